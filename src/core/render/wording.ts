import type { VariableScore } from '../assessment/rating.ts';
import type { Move, Report } from '../report/report.ts';

/** Returns a sentence of the interface with its values filled in. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The sentences of exported texts, and how they write a day. */
export interface Wording {
  t: Say;
  /** Formats a day for people; returns anything else unchanged. */
  day(date: string): string;
}

/** The word of a V with what qualifies it. */
export function wordText(t: Say, { word, leaning, except }: VariableScore, titleOf: (item: string) => string): string {
  const qualifiedWord =
    except.length > 0
      ? t('report.word-strong-except', { items: except.map(titleOf).join(', ') })
      : t(`report.word-${word}`);
  return leaning ? t('report.leaning', { word: qualifiedWord }) : qualifiedWord;
}

/** What a move eases and what waits for it, in words; empty if nothing does. */
export const easesText = (
  t: Say,
  { eases, neededBy }: Pick<Move, 'eases' | 'neededBy'>,
  signalTitle: (id: string) => string,
  title: (id: string) => string,
): string =>
  [
    eases.length > 0 ? t('report.eases', { signals: eases.map(signalTitle).join(', ') }) : '',
    neededBy.length > 0 ? t('report.waits', { practices: neededBy.map(title).join(', ') }) : '',
  ]
    .filter(Boolean)
    .join('; ');

/** What a diagnosis says beyond its headline, a line for each part, with what the part is about. */
export const diagnosisLines = (t: Say, { diagnosis }: Pick<Report, 'diagnosis'>): string[] =>
  diagnosis.parts
    .filter(({ inHeadline }) => !inHeadline)
    .map(({ role, text }) => t('report.labelled', { label: t(`diagnosis.${role}`), text }));

/** Makes somebody's text safe within a line of Markdown: line breaks would end a list, marks could make a link or picture. */
export const escapeInline = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>!|~]/g, '\\$&');
