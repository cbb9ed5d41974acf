import * as messages from '#messages/moves-csv.ts';
import type { Pack } from '../model/pack.ts';
import type { Report } from '../report/report.ts';
import { type CsvSeparator, csvTable } from './csv.ts';
import { promiseTitle } from './promise-texts.ts';
import type { Wording } from './wording.ts';

/**
 * Writes what became of each promised move as CSV, one row per move, the first due first; only column names if nothing was
 * promised. Statuses are those of the report object, levels 0 to 4, days `yyyy-MM-dd`.
 */
export function renderPromisesCsv(
  { promises, date, context }: Report,
  pack: Pack,
  { t }: Wording,
  separator: CsvSeparator = 'comma',
): string {
  const rows = (promises?.outcomes ?? []).map((outcome) => [
    promiseTitle(outcome, context, pack, t),
    outcome.status,
    outcome.owner,
    outcome.due,
    outcome.isOverdue ? 'yes' : 'no',
    promises?.date ?? null,
    date,
    outcome.practice,
    outcome.kind,
    outcome.goal,
    outcome.from,
    outcome.now,
    outcome.reaches,
  ]);
  return csvTable(messages.promiseColumns, rows, separator);
}
