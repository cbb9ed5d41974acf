import type { PathLike } from 'node:fs';
import path from 'node:path';
import { rollupTexts } from '#messages/cli-output.ts';
import { type Column, type Table, tableNames, tables } from '../core/rollup/tables.ts';
import { beginningOf, beginsWith, type FileCheck, isJsonOf, isOutputFile, type OutputFiles } from './output-folder.ts';
import { holdsColumns, holdsRows } from './row-check.ts';
import { ownerName } from './staging.ts';

/** The folder inside the output folder that holds a roll-up until it is complete. */
const stagingName = '.rollup';

/** Whether a value is of the type of a column. */
const fits: Record<Column['type'], (value: unknown) => boolean> = {
  integer: Number.isSafeInteger,
  number: Number.isFinite,
  text: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
};
/** The columns that the first version of roll-ups did not have. */
const laterColumns = ['evidence'];
const firstNames = (columns: readonly Column[]): string[] =>
  columns.map(({ name }) => name).filter((name) => !laterColumns.includes(name));
const rowsOf = ({ columns }: Table): FileCheck =>
  holdsRows(columns.map(({ name, type }) => ({ name, fits: fits[type], isLater: laterColumns.includes(name) })));

const problemColumns = [
  { name: 'file', fits: fits.text },
  { name: 'line', fits: fits.integer },
  { name: 'problem', fits: fits.text },
];

/** How to tell each file of a roll-up. */
const checks = new Map<string, FileCheck>([
  ['problems.jsonl', holdsRows(problemColumns)],
  ...tables.map((table) => [`${table.name}.jsonl`, rowsOf(table)] as const),
  ...tables.map(({ name, columns }) => [`${name}.parquet`, holdsColumns(firstNames(columns))] as const),
  ['rollup.sql', beginsWith(/^-- What many teams share/)],
  ['rollup-postgres.sql', beginsWith(/^-- What many teams share/)],
  ['rollup.json', isJsonOf('trivium-rollup')],
]);

/** Every file that a roll-up may write. */
export const rollupFiles: OutputFiles = {
  names: [
    'problems.jsonl',
    ...tableNames.flatMap((name) => [`${name}.jsonl`, `${name}.parquet`]),
    'rollup.sql',
    'rollup-postgres.sql',
    'rollup.json',
  ],
  checks,
  always: 'rollup.json',
  toleratesOthers: true,
  staging: stagingName,
  texts: rollupTexts,
};

/**
 * Whether a file in a folder that is read belongs to an earlier roll-up: "complete" if the rest of it lies there, too,
 * where an empty file counts; "alone" if it does not. A file that cannot be read does not: reading it says why.
 * @param at the path of a name in that folder
 */
export function ofEarlierRollup(at: (name: string) => PathLike, name: string): 'complete' | 'alone' | undefined {
  try {
    const isComplete = isOutputFile(rollupFiles, at, 'rollup.json');
    if (!isOutputFile(rollupFiles, at, name, isComplete)) return undefined;
    return isComplete ? 'complete' : 'alone';
  } catch {
    return undefined;
  }
}

/** Whether a folder that is read is where a roll-up is being written, or where one was stopped: it names its process. */
export function isStaging(at: (name: string) => Buffer, name: string): boolean {
  if (!name.startsWith(stagingName)) return false;
  const owner = Buffer.concat([at(name), Buffer.from(path.sep + ownerName)]);
  try {
    return /^\d+( |$)/.test(beginningOf(owner) ?? '');
  } catch {
    return false;
  }
}
