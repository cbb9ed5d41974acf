import { type Context, matchesContext } from '../answers/answers.ts';
import type { PackItem, PackReading, PackSignal } from '../model/pack.ts';
import { capitalise } from '../text/format.ts';

/** The readings of a question that fit a context. */
export const readingsFor = ({ readings }: Pick<PackItem, 'readings'>, context: Context): PackReading[] =>
  readings.filter(({ when }) => matchesContext(when, context));

/** What a text is in the words of the first reading that fits a context and has it; undefined if none has. */
export const inContext = <Reading extends { when: object }, Field extends keyof Reading>(
  readings: readonly Reading[] | undefined,
  field: Field,
  context: Context,
): Reading[Field] | undefined =>
  readings?.find((reading) => matchesContext(reading.when, context) && reading[field] !== undefined)?.[field];

/**
 * What a level of a question says about a team, worded for its context.
 * @param level 0 to 4; for any other the text is empty
 */
export function sayOf(item: Pick<PackItem, 'says' | 'readings'>, level: number, context: Context): string {
  const says = inContext(item.readings, 'says', context) ?? item.says;
  return says[level] ?? '';
}

/** Where to look for what a question asks about, worded for a context. */
export const lookOf = (item: Pick<PackItem, 'look' | 'readings'>, context: Context): string[] =>
  inContext(item.readings, 'look', context) ?? item.look;

/** The check that settles a signal, worded for a context. */
export const checkIn = ({ readings, check }: Pick<PackSignal, 'readings' | 'check'>, context: Context): string =>
  inContext(readings, 'check', context) ?? check;

/** A text of a move in the words of the first reading that fits a context and has it; undefined if none has. */
const ofMove = (
  item: Pick<PackItem, 'readings'>,
  field: 'titles' | 'goals',
  kind: 'start' | 'deepen',
  context: Context,
): string | undefined => readingsFor(item, context).find((reading) => reading[field]?.[kind])?.[field]?.[kind];

/** The title of a move, worded for a context; undefined if the question has no moves. */
export const titleOfMove = (
  item: Pick<PackItem, 'moves' | 'readings'>,
  kind: 'start' | 'deepen',
  context: Context,
): string | undefined => ofMove(item, 'titles', kind, context) ?? item.moves?.[kind].title;

/**
 * The goal of a move, worded for its context. If the level to reach lies beyond the move, its statement is the goal.
 * @param reaches the level to reach, 0 to 4
 */
export function goalOf(item: PackItem, kind: 'start' | 'deepen', reaches: number, context: Context): string {
  const move = item.moves?.[kind];
  if (!move || reaches > move.reaches) return `${capitalise(sayOf(item, reaches, context))}.`;
  return ofMove(item, 'goals', kind, context) ?? move.goal;
}
