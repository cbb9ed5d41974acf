import type { SignalResult } from '../assessment/signals.ts';
import { nameOf } from '../text/name-of.ts';
import type { Move } from './plan.ts';
import type { Report } from './report.ts';

// What prints and files take from a report: the risks and moves to name first, and the numbers of moves.

/** The readings of the signals to report first, at most `count`. */
export const risksOf = ({ signals, risks }: Pick<Report, 'signals' | 'risks'>, count: number): SignalResult[] =>
  signals.filter(({ id }) => risks.includes(id)).slice(0, count);

/** The place of a move in the plan, from 1: the number under which every page, print and file shows it. */
export const placeOf = ({ moves }: Pick<Report, 'moves'>, practice: string): number =>
  moves.findIndex((move) => move.practice === practice) + 1;

/** The moves for leadership. */
export const firstMovesOf = ({ moves, firstMoves }: Pick<Report, 'moves' | 'firstMoves'>): Move[] =>
  moves.filter(({ practice }) => firstMoves.includes(practice));

/** The first due day of moves that are all to be done, each with an owner and a due day; undefined if any is not. */
export function firstDueOf(moves: readonly Pick<Move, 'decision'>[]): string | undefined {
  const dueDays = moves.flatMap(({ decision }) =>
    decision?.decision === 'do' && nameOf(decision.owner) ? (decision.due ?? []) : [],
  );
  return dueDays.length === moves.length ? dueDays.toSorted()[0] : undefined;
}
