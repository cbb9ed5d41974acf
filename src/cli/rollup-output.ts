import { closeSync, lstatSync, openSync, readdirSync, readSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { tableNames, tables } from '../core/rollup/tables.ts';
import { systemCode } from './failure.ts';

/** The folder inside the output in which a roll-up is written before it takes its place. */
export const stagingName = '.rollup';

/**
 * Every file that a roll-up may write, in the order in which they take their place: `rollup.json` is last, so a folder
 * that has it is complete.
 */
export const outputFiles = [
  'problems.jsonl',
  ...tableNames.flatMap((name) => [`${name}.jsonl`, `${name}.parquet`]),
  'rollup.sql',
  'rollup.json',
];

/** How the lines of a table begin: with its first two columns. No file of answers begins like that. */
function lineStart([first, second]: readonly string[]): RegExp {
  return new RegExp(`^\\{"${first}":("([^"\\\\]|\\\\.)*"|\\d+|null),"${second}":`);
}
/** How each file of a roll-up begins; an empty one has nothing to lose. */
const beginnings = new Map<string, RegExp>([
  ['problems.jsonl', lineStart(['file', 'line'])],
  ...tables.map(({ name, columns }) => [`${name}.jsonl`, lineStart(columns.map((column) => column.name))] as const),
  ...tableNames.map((name) => [`${name}.parquet`, /^PAR1/] as const),
  ['rollup.sql', /^-- What many teams share/],
  ['rollup.json', /^\{\s*"format": "trivium-rollup"/],
]);

/** The beginning of a file; undefined if it is none, or cannot be read. A link is no file here. */
function beginningOf(file: string): string | undefined {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = Buffer.alloc(32_768); // longer than any path, which the first column of problems.jsonl holds
  const descriptor = openSync(file, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** Whether a file of a folder was written by a roll-up. A Parquet file counts only beside its JSON Lines. */
export function isRollupFile(folder: string, name: string): boolean {
  const beginning = beginnings.get(name);
  if (!beginning) return false;
  if (name.endsWith('.parquet') && !isRollupFile(folder, name.replace('.parquet', '.jsonl'))) return false;
  const text = beginningOf(path.join(folder, name));
  return text !== undefined && (text === '' || beginning.test(text));
}

/** Files that systems put into a folder on their own. */
const isOfSystem = (name: string): boolean => ['.DS_Store', 'Thumbs.db', 'desktop.ini', 'lost+found'].includes(name);

/** What is at a path, links not followed; undefined if there is nothing, or if a part of the path is a file. */
function statsOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** A path without links, as far as it exists: two names of one folder give the same path. */
export function realPath(folder: string): string {
  if (statsOf(folder)) return realpathSync.native(folder);
  const parent = path.dirname(folder);
  return parent === folder ? folder : path.join(realPath(parent), path.basename(folder));
}

/** The names in a folder that keep a roll-up from being written there. */
function foreignNames(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !isOfSystem(name) && !name.startsWith(stagingName));
  if (!names.includes('problems.jsonl')) return names; // every roll-up has this file
  return names.filter((name) => outputFiles.includes(name) && !isRollupFile(folder, name));
}

/**
 * Why a roll-up must not write into a folder; undefined if there is none yet, or if it is empty or was made by a roll-up.
 * Files with other names may lie beside those of a roll-up, which leaves them alone.
 * @param folder a real path
 */
export function outputProblem(folder: string): string | undefined {
  const stats = statsOf(folder);
  if (!stats) return parentProblem(path.dirname(folder));
  if (!stats.isDirectory()) return 'is no folder. Name a new folder, or an empty one.';
  const foreign = foreignNames(folder);
  if (foreign.length === 0) return undefined;
  const list = foreign.slice(0, 3).map((name) => `"${name}"`);
  const more = foreign.length > 3 ? ` and ${foreign.length - 3} more` : '';
  return `holds what no roll-up wrote: ${list.join(', ')}${more}. Name a new folder, an empty one, or one with an earlier roll-up.`;
}

/** The problem of a folder that would have to be made inside a file. */
function parentProblem(parent: string): string | undefined {
  const stats = statsOf(parent);
  if (stats) return stats.isDirectory() ? undefined : `would lie in the file "${parent}". Name a folder elsewhere.`;
  return parent === path.dirname(parent) ? undefined : parentProblem(path.dirname(parent));
}
