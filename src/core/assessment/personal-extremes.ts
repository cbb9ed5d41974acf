import { answeredDepth } from '../answers/answered-depth.ts';
import { type Answers, answerMap } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';
import { scoreVariable } from './score.ts';

/**
 * The lowest and the highest personal score in each V, 0 to 1, each person's as their own report shows it: a quick check
 * is scored as one. Leaves out a V in which nobody has a score.
 */
export function personalExtremes(
  answersList: readonly Answers[],
  pack: Pack,
): NonNullable<Answers['group']>['variables'] {
  const people = answersList.map((each) => ({ map: answerMap(each), depth: answeredDepth(each.answers, pack.items) }));
  return pack.variables.flatMap(({ id }) => {
    const points = people.flatMap(({ map, depth }) => scoreVariable(id, map, pack, depth).point ?? []);
    return points.length > 0 ? [{ id, low: Math.min(...points), high: Math.max(...points) }] : [];
  });
}
