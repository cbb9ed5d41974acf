import { isRaised } from '../assessment/signal-status.ts';
import type { SignalResult } from '../assessment/signals.ts';
import type { Pack, PackTension } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { nameOf } from '../text/name-of.ts';
import type { Move } from './plan.ts';
import type { Report } from './report.ts';

// The lists of a report that several pages, prints and files show: each shows the same ones, in the same order.

/** Letters that link a tension on the practice sheet to its text; as many as the sheet shows tensions. */
export const tensionLetters = ['A', 'B', 'C', 'D'] as const;

/** A tension on the practice sheet. */
export interface SheetTension extends PackTension {
  letter: (typeof tensionLetters)[number];
}

/** The signals that answers raise, strongest first. */
export const raisedSignals = ({ signals }: Pick<Report, 'signals'>): SignalResult[] =>
  signals.filter(({ status }) => isRaised(status));

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

/** The first raised tensions whose two answers are on the practice sheet, in the order of their letters. */
export function sheetTensions({ tensions, sheet }: Pick<Report, 'tensions' | 'sheet'>, pack: Pack): SheetTension[] {
  const answered = new Set(sheet.filter(({ position }) => position !== null).map(({ item }) => item));
  const drawable = tensions
    .filter(({ status }) => isRaised(status))
    .flatMap(({ id }) => packIndex(pack).tension(id) ?? [])
    .filter(({ high, low }) => answered.has(high) && answered.has(low));
  return tensionLetters.flatMap((letter, index) => {
    const tension = drawable[index];
    return tension ? [{ ...tension, letter }] : [];
  });
}
