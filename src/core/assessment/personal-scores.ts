// The scores of the people behind a group's assessment, and the bands that include them.

import { type Answer, type AnswerMap, type Answers, answerMap } from '../answers/answers.ts';
import { type Depth, depthAsking, type VariableId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { scoreVariables, type VariableScore } from './rating.ts';
import { scoreVariable } from './score.ts';

/** The depth of the report on some answers: full once a question is answered that only the full assessment asks. */
export const answeredDepth = (answers: readonly Answer[], pack: Pack): Depth =>
  depthAsking(new Set(answers.flatMap(({ item, state }) => (state === 'unanswered' ? [] : [item]))), pack.items);

/**
 * The lowest and the highest personal score in each V, 0 to 1, each person's as their own report shows it: a quick check
 * is scored as one. Leaves out a V in which nobody has a score.
 */
export function personalExtremes(
  answersList: readonly Answers[],
  pack: Pack,
): NonNullable<Answers['group']>['variables'] {
  const people = answersList.map((each) => ({ map: answerMap(each), depth: answeredDepth(each.answers, pack) }));
  return pack.variables.flatMap(({ id }) => {
    const points = people.flatMap(({ map, depth }) => scoreVariable(id, map, pack, depth).point ?? []);
    return points.length > 0 ? [{ id, low: Math.min(...points), high: Math.max(...points) }] : [];
  });
}

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
