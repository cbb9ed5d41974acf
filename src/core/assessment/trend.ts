import { type Answers, answerMap } from '../answers/answers.ts';
import type { VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { type Change, compare } from './compare.ts';
import { type Score, scoreVariable } from './score.ts';
import type { ComparedAnswers } from './version-changes.ts';

/** One assessment in a row of several: its scores with their bands, and how it stands to the one before. */
export interface TrendPoint {
  system: string;
  date: string;
  variables: (Score & { id: VariableId })[];
  /** By what is known in both; null for the first. */
  since: { total: Change; variables: (Change & { id: VariableId })[] } | null;
}

/** Assessments of one system over time. */
export interface Trend {
  points: TrendPoint[];
  /** Places, in the list that was given, of assessments without a date: they have no place in time. */
  undated: number[];
}

const dateOf = ({ date }: Answers): string => date ?? '';

/** Puts assessments in the order of their dates and compares each with the one before it. */
export function trendOf(list: readonly ComparedAnswers[], pack: Pack): Trend {
  const dated = list.filter(({ answers }) => answers.date !== undefined);
  const sorted = dated.toSorted((a, b) =>
    dateOf(a.answers) < dateOf(b.answers) ? -1 : dateOf(a.answers) > dateOf(b.answers) ? 1 : 0,
  );
  return {
    points: sorted.map((each, at): TrendPoint => {
      const before = sorted[at - 1];
      const made = before && compare(before, each, pack);
      const answers = answerMap(each.answers);
      return {
        system: each.answers.system,
        date: dateOf(each.answers),
        variables: pack.variables.map(({ id }) => ({ id, ...scoreVariable(id, answers, pack, 'full') })),
        since: made ? { total: made.total, variables: made.variables } : null,
      };
    }),
    undated: list.flatMap(({ answers }, at) => (answers.date === undefined ? [at] : [])),
  };
}
