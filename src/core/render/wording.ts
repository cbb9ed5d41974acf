import type { VariableScore } from '../assessment/rating.ts';
import { formatPoints } from '../assessment/score.ts';
import type { Move } from '../report/report.ts';

/** Returns a sentence of the interface with its values filled in. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The sentences of exported texts, and how they write a day. */
export interface Wording {
  t: Say;
  /** Formats a day for people; returns anything else unchanged. */
  day(date: string): string;
}

/** The texts of a practice's move. */
export interface MoveText {
  title: string;
  leads: string;
  measure: string;
  how?: { start: string[]; deepen: string[]; doneWhen: string; waiting: string; risk: string } | undefined;
}

/** The word of a V with what qualifies it. */
export function wordText(t: Say, { word, leaning, except }: VariableScore, titleOf: (item: string) => string): string {
  const qualifiedWord =
    except.length > 0
      ? t('report.word-strong-except', { items: except.map(titleOf).join(', ') })
      : t(`report.word-${word}`);
  return leaning ? t('report.leaning', { word: qualifiedWord }) : qualifiedWord;
}

/** The effect of a move on the score of its V; undefined while that score is not known. */
export const impactText = (
  t: Say,
  { impact }: Pick<Move, 'impact'>,
  variableName: (id: string) => string,
): string | undefined =>
  impact
    ? t('report.impact-text', {
        variable: variableName(impact.variable),
        before: formatPoints(impact.before),
        after: formatPoints(impact.after),
      })
    : undefined;

/** The steps of a move that fit the team's level. */
export const stepsOf = ({ steps }: Pick<Move, 'steps'>, how: NonNullable<MoveText['how']>): string[] => how[steps];

/** Makes somebody's text safe within a line of Markdown: line breaks would end a list, marks could make a link or picture. */
export const escapeInline = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>!|~]/g, '\\$&');
