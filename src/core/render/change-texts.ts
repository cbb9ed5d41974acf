import type { ItemChange } from '../assessment/compare.ts';
import { joinNames } from '../text/format.ts';
import type { Translate } from '../text/translate.ts';

/** How many levels a question improved; negative if it got worse. For symptoms, lower levels are better. */
export const levelsBetter = ({ variable, before, now }: ItemChange): number =>
  variable === null ? before - now : now - before;

/** The change in one question, practice or symptom, in words: "better by 2", "worse by 1". */
export function changeText(change: ItemChange, t: Translate): string {
  const levels = levelsBetter(change);
  return levels < 0 ? t('side.worse', { n: -levels }) : t('side.better', { n: levels });
}

/** The sum of level changes across practices in words: "3 levels gained", "1 level lost". */
export const levelsText = (sum: number, t: Translate): string =>
  sum < 0 ? t('side.lost', { count: -sum }) : t('side.gained', { count: sum });

/** How many changed questions got better and how many worse: "4 better and 1 worse"; empty if none changed. */
export function tallyText(changes: readonly ItemChange[], t: Translate): string {
  const better = changes.filter((change) => levelsBetter(change) > 0).length;
  const worse = changes.length - better;
  return joinNames([
    ...(better > 0 ? [t('side.better-count', { n: better })] : []),
    ...(worse > 0 ? [t('side.worse-count', { n: worse })] : []),
  ]);
}

/**
 * How the symptoms changed, in a sentence; empty if nothing was compared.
 * @param knownCount number of symptoms with a level in both assessments
 */
export function symptomsSentence(symptoms: readonly ItemChange[], knownCount: number, t: Translate): string {
  if (symptoms.length > 0) return t('side.symptoms-changed', { changes: tallyText(symptoms, t) });
  return knownCount > 0 ? t('side.symptoms-same') : '';
}
