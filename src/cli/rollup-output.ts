import { closeSync, lstatSync, openSync, readdirSync, readSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-rollup.ts';
import { tableNames, tables } from '../core/rollup/tables.ts';
import { systemCode } from './failure.ts';

/** The folder inside the output folder that holds a roll-up until it is complete. */
export const stagingName = '.rollup';

/**
 * Every file that a roll-up may write, in the order in which they are moved into place: `rollup.json` comes last, so a
 * folder that contains it is complete.
 */
export const outputFiles = [
  'problems.jsonl',
  ...tableNames.flatMap((name) => [`${name}.jsonl`, `${name}.parquet`]),
  'rollup.sql',
  'rollup-postgres.sql',
  'rollup.json',
];

/** Matches the start of the lines of a table: its first two columns. No file of answers begins like that. */
function lineStart([first, second]: readonly string[]): RegExp {
  return new RegExp(`^\\{"${first}":("([^"\\\\]|\\\\.)*"|\\d+|null),"${second}":`);
}
/** How each file of a roll-up begins. An empty file counts as well: it has nothing to lose. */
const beginnings = new Map<string, RegExp>([
  ['problems.jsonl', lineStart(['file', 'line'])],
  ...tables.map(({ name, columns }) => [`${name}.jsonl`, lineStart(columns.map((column) => column.name))] as const),
  ...tableNames.map((name) => [`${name}.parquet`, /^PAR1/] as const),
  ['rollup.sql', /^-- What many teams share/],
  ['rollup-postgres.sql', /^-- What many teams share/],
  ['rollup.json', /^\{\s*"format": "trivium-rollup"/],
]);

/** The beginning of a file; undefined if there is no regular file. A link does not count as a file. */
function beginningOf(file: string): string | undefined {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = Buffer.alloc(32_768); // longer than any path, the first column of problems.jsonl
  const descriptor = openSync(file, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** Whether a roll-up wrote a file in a folder. A Parquet file counts only next to its JSON Lines file. */
export function isRollupFile(folder: string, name: string): boolean {
  const beginning = beginnings.get(name);
  if (!beginning) return false;
  if (name.endsWith('.parquet') && !isRollupFile(folder, name.replace('.parquet', '.jsonl'))) return false;
  const text = beginningOf(path.join(folder, name));
  return text !== undefined && (text === '' || beginning.test(text));
}

/** Files that operating systems create on their own. */
const isOfSystem = (name: string): boolean => ['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lost+found'].includes(name);

/** What is at a path, without following links; undefined if there is nothing, or if part of the path is a file. */
function statsOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Resolves the links in the existing part of a path, so that two names of one folder yield the same path. */
export function realPath(folder: string): string {
  if (statsOf(folder)) return realpathSync.native(folder);
  const parent = path.dirname(folder);
  return parent === folder ? folder : path.join(realPath(parent), path.basename(folder));
}

/** The names of files that prevent a roll-up from being written to a folder. */
function foreignNames(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !isOfSystem(name) && !name.startsWith(stagingName));
  if (!names.includes('problems.jsonl')) return names; // every roll-up has this file
  return names.filter((name) => outputFiles.includes(name) && !isRollupFile(folder, name));
}

/**
 * Why a roll-up must not write to a folder; undefined if the folder does not exist, is empty, or holds a roll-up.
 * Files with other names may lie next to those of a roll-up, which does not touch them.
 * @param folder a real path
 */
export function outputProblem(folder: string): string | undefined {
  const stats = statsOf(folder);
  if (!stats) return parentProblem(path.dirname(folder));
  if (!stats.isDirectory()) return messages.outIsNoFolder;
  const foreign = foreignNames(folder);
  if (foreign.length === 0) return undefined;
  const list = foreign.slice(0, 3).map((name) => `"${name}"`);
  return messages.outHoldsOthers(list, foreign.length - list.length);
}

/** The problem if a folder would have to be created inside a file. */
function parentProblem(parent: string): string | undefined {
  const stats = statsOf(parent);
  if (stats) return stats.isDirectory() ? undefined : messages.outInFile(parent);
  return parent === path.dirname(parent) ? undefined : parentProblem(path.dirname(parent));
}
