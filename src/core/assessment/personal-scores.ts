import { type AnswerMap, type Answers, answerMap } from '../answers/answers.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { scoreVariables, type VariableScore } from './rating.ts';

/**
 * Scores the three Vs of an assessment. Where several people answered, a band includes their personal scores.
 * @param answersByItem the answers to score, if other than those of the assessment
 */
export const scoreAssessment = (
  answers: Answers,
  pack: Pack,
  depth: Depth,
  answersByItem: AnswerMap = answerMap(answers),
): VariableScore[] => scoreVariables(answersByItem, pack, depth, (id) => personalScores(answers, id, pack));

/** The lowest and the highest personal score in a V, 0 to 1; undefined if there are none that may be used. */
export function personalScores(
  { group }: Pick<Answers, 'group'>,
  variable: VariableId,
  { version }: Pack,
): { low: number; high: number } | undefined {
  return group?.version === version ? group.variables.find(({ id }) => id === variable) : undefined;
}
