import type { ItemChange } from '../assessment/compare.ts';
import { joinNames } from '../text/format.ts';
import type { Say } from './wording.ts';

/** Levels by which a question is better than before; negative if it is worse. A symptom is better at a lower level. */
export const levelsBetter = ({ variable, before, now }: ItemChange): number =>
  variable === null ? before - now : now - before;

/** A change of one question in words, as "better by 2" or "worse by 1", whether it is a practice or a symptom. */
export function changeText(change: ItemChange, t: Say): string {
  const levels = levelsBetter(change);
  return levels < 0 ? t('side.worse', { n: -levels }) : t('side.better', { n: levels });
}

/** A sum of level changes over practices in words: "3 levels gained", "1 level lost". */
export const levelsText = (sum: number, t: Say): string =>
  sum < 0 ? t('side.lost', { count: -sum }) : t('side.gained', { count: sum });

/** How many of the changed questions are better and how many worse: "4 better and 1 worse"; empty if none changed. */
export function tallyText(changes: readonly ItemChange[], t: Say): string {
  const better = changes.filter((change) => levelsBetter(change) > 0).length;
  const worse = changes.length - better;
  return joinNames([
    ...(better > 0 ? [t('side.better-count', { n: better })] : []),
    ...(worse > 0 ? [t('side.worse-count', { n: worse })] : []),
  ]);
}

/** What became of the symptoms, in a sentence; empty if nothing was compared. */
export function symptomsSentence(symptoms: readonly ItemChange[], known: number, t: Say): string {
  if (symptoms.length > 0) return t('side.symptoms-changed', { changes: tallyText(symptoms, t) });
  return known > 0 ? t('side.symptoms-same') : '';
}
