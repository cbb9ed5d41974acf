import { type Answers, answerMap } from '../answers/answers.ts';
import type { VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { nameOf } from '../text/name-of.ts';
import { type Change, compare } from './compare.ts';
import { type Score, scoreVariable } from './score.ts';
import type { ComparedAnswers } from './version-changes.ts';

/** One assessment in a series: its scores with their bands, and the change since the one before. */
export interface TrendPoint {
  system: string;
  date: string;
  variables: (Score & { id: VariableId })[];
  /** The change over what is known in both; null for the first. */
  since: { total: Change; variables: (Change & { id: VariableId })[] } | null;
}

/** The assessments of one system over time. */
export interface Trend {
  points: TrendPoint[];
  /** Indices, in the list passed in, of assessments without a date, which have no position in time. */
  undated: number[];
}

const dateOf = ({ date }: Answers): string => date ?? '';

/** Sorts assessments by date and compares each with the one before it. */
export function trendOf(assessments: readonly ComparedAnswers[], pack: Pack): Trend {
  const datedAssessments = assessments.filter(({ answers }) => answers.date !== undefined);
  const byDate = datedAssessments.toSorted((a, b) =>
    dateOf(a.answers) < dateOf(b.answers) ? -1 : dateOf(a.answers) > dateOf(b.answers) ? 1 : 0,
  );
  return {
    points: byDate.map((assessment, index): TrendPoint => {
      const before = byDate[index - 1];
      const comparison = before && compare(before, assessment, pack);
      const answers = answerMap(assessment.answers);
      return {
        system: nameOf(assessment.answers.system),
        date: dateOf(assessment.answers),
        variables: pack.variables.map(({ id }) => ({ id, ...scoreVariable(id, answers, pack, 'full') })),
        since: comparison ? { total: comparison.total, variables: comparison.variables } : null,
      };
    }),
    undated: assessments.flatMap(({ answers }, index) => (answers.date === undefined ? [index] : [])),
  };
}
