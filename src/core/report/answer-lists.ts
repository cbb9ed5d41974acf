import { type AnswerMap, type Answers, stateOf } from '../answers/answers.ts';
import type { PackItem } from '../model/pack.ts';
import type { Report } from './report.ts';

/** The levels that the answers give, by item. */
export const levelsOf = ({ answers }: Answers): Report['levels'] =>
  Object.fromEntries(answers.flatMap((answer) => (answer.state === 'level' ? [[answer.item, answer.level]] : [])));

/** The items without a level, by their state. */
export function itemsWithoutLevel(
  items: readonly PackItem[],
  answers: AnswerMap,
): Pick<Report, 'unknown' | 'notApplicable'> {
  const unknown: Report['unknown'] = [];
  const notApplicable: Report['notApplicable'] = [];
  for (const { id } of items) {
    const state = stateOf(answers, id);
    const answer = answers.get(id);
    if (state === 'dk' || state === 'unanswered') unknown.push({ item: id, state });
    if (answer?.state === 'na') notApplicable.push({ item: id, reason: answer.reason ?? null });
  }
  return { unknown, notApplicable };
}
