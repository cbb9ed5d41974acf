import { answerMap } from '../answers/answers.ts';
import type { VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { byText } from '../text/by-text.ts';
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

type DatedAnswers = ComparedAnswers & { answers: { date: string } };

const isDated = (assessment: ComparedAnswers): assessment is DatedAnswers => assessment.answers.date !== undefined;

/** Sorts assessments by date and compares each with the one before it. */
export function trendOf(assessments: readonly ComparedAnswers[], pack: Pack): Trend {
  const byDate = assessments.filter(isDated).toSorted((a, b) => byText(a.answers.date, b.answers.date));
  return {
    points: byDate.map((assessment, index): TrendPoint => {
      const before = byDate[index - 1];
      const comparison = before && compare(before, assessment, pack);
      const answers = answerMap(assessment.answers);
      return {
        system: nameOf(assessment.answers.system),
        date: assessment.answers.date,
        variables: pack.variables.map(({ id }) => ({ id, ...scoreVariable(id, answers, pack, 'full') })),
        since: comparison ? { total: comparison.total, variables: comparison.variables } : null,
      };
    }),
    undated: assessments.flatMap((assessment, index) => (isDated(assessment) ? [] : [index])),
  };
}
