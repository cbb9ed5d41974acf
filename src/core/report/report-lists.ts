import { isRaised } from '../assessment/signal-status.ts';
import type { SignalResult } from '../assessment/signals.ts';
import type { Pack, PackTension } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
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

/** The first raised tensions whose two answers are on the practice sheet, in the order of their letters. */
export function sheetTensions({ tensions, sheet }: Pick<Report, 'tensions' | 'sheet'>, pack: Pack): SheetTension[] {
  const answeredItems = new Set(sheet.filter(({ position }) => position !== null).map(({ item }) => item));
  const drawable = tensions
    .filter(({ status }) => isRaised(status))
    .flatMap(({ id }) => packIndex(pack).tension(id) ?? [])
    .filter(({ high, low }) => answeredItems.has(high) && answeredItems.has(low));
  return tensionLetters.flatMap((letter, index) => {
    const tension = drawable[index];
    return tension ? [{ ...tension, letter }] : [];
  });
}
