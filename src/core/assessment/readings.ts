import type { Context } from '../answers/answers.ts';
import type { PackItem, PackReading } from '../model/pack.ts';
import { capitalise } from '../text/format.ts';

/** Whether a context has every value that a condition names. */
export const matchesContext = (when: object, context: Context): boolean =>
  Object.entries(when).every(([field, value]) => Reflect.get(context, field) === value);

/** The readings of a question that fit a context. */
export const readingsFor = ({ readings }: Pick<PackItem, 'readings'>, context: Context): PackReading[] =>
  readings.filter(({ when }) => matchesContext(when, context));

/**
 * What a level of a question says about a team, worded for its context.
 * @param level 0 to 4; for any other the text is empty
 */
export function sayOf(item: Pick<PackItem, 'says' | 'readings'>, level: number, context: Context): string {
  const says = readingsFor(item, context).find((reading) => reading.says)?.says ?? item.says;
  return says[level] ?? '';
}

/**
 * The goal of a move, worded for its context. If the level to reach lies beyond the move, its statement is the goal.
 * @param reaches the level to reach, 0 to 4
 */
export function goalOf(item: PackItem, kind: 'start' | 'deepen', reaches: number, context: Context): string {
  const move = item.moves?.[kind];
  if (!move || reaches > move.reaches) return `${capitalise(sayOf(item, reaches, context))}.`;
  const goals = readingsFor(item, context).find(({ goals: own }) => own?.[kind])?.goals;
  return goals?.[kind] ?? move.goal;
}
