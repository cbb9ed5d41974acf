import type { VariableScore } from '../assessment/rating.ts';
import type { Move } from '../report/report.ts';

/** Gives a sentence of the interface with its values filled in. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** How texts that leave the site are worded: its sentences, and how a day is written. */
export interface Wording {
  t: Say;
  /** A day as people read it; gives back unchanged what is no day. */
  day(date: string): string;
}

/** What is said about the move of a practice beyond its numbers. */
export interface MoveText {
  title: string;
  leads: string;
  measure: string;
  how?: { start: string[]; deepen: string[]; doneWhen: string; waiting: string; risk: string } | undefined;
}

/** The word of a V with what qualifies it, as people read it. */
export function wordText(t: Say, { word, leaning, except }: VariableScore, titleOf: (item: string) => string): string {
  const plain =
    except.length > 0
      ? t('report.word-strong-except', { items: except.map(titleOf).join(', ') })
      : t(`report.word-${word}`);
  return leaning ? t('report.leaning', { word: plain }) : plain;
}

/** The steps of a move that fit where the team stands. */
export const stepsOf = ({ steps }: Pick<Move, 'steps'>, how: NonNullable<MoveText['how']>): string[] => how[steps];

/** One line of a text that somebody typed: line breaks would end a list, and marks could make a picture or a link. */
export const escapeInline = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>!|~]/g, '\\$&');
