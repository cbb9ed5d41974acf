import { closeSync, lstatSync, openSync, readdirSync, readSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-output.ts';
import { systemCode } from './failure.ts';

/** The files that a command writes together into a folder. */
export interface OutputFiles {
  /** Their names, in the order in which they are moved into place: a folder that contains the last one is complete. */
  names: readonly string[];
  /** How each file begins that has a name of these. */
  beginnings: ReadonlyMap<string, RegExp>;
  /** The file that every such output has. */
  always: string;
  /** Whether files with other names may lie next to these. */
  toleratesOthers: boolean;
  /** The folder inside the output folder that holds the files until all are complete. */
  staging: string;
  texts: messages.OutputTexts;
}

/** Matches the start of the lines of a table: its first two columns. No file of answers begins like that. */
export function lineStart([first, second]: readonly string[]): RegExp {
  return new RegExp(`^\\{"${first}":("([^"\\\\]|\\\\.)*"|\\d+|null),"${second}":`);
}

/** The beginning of a file; undefined if there is no regular file. A link does not count as a file. */
export function beginningOf(file: string): string | undefined {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = Buffer.alloc(32_768); // longer than any path, the first column of problems.jsonl
  const descriptor = openSync(file, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Whether a file in a folder begins like one of these files. A Parquet file counts only next to its JSON Lines file. Throws
 * if the file cannot be read.
 * @param mayBeEmpty whether an empty file counts, too
 */
export function isOutputFile(
  output: Pick<OutputFiles, 'beginnings'>,
  folder: string,
  name: string,
  mayBeEmpty = false,
): boolean {
  const beginning = output.beginnings.get(name);
  if (!beginning) return false;
  if (name.endsWith('.parquet') && !isOutputFile(output, folder, name.replace('.parquet', '.jsonl'), mayBeEmpty))
    return false;
  const text = beginningOf(path.join(folder, name));
  return text !== undefined && ((mayBeEmpty && text === '') || beginning.test(text));
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

/** The names of files that prevent an output from being written to a folder. An empty file has nothing to lose. */
function foreignNames(folder: string, output: OutputFiles): string[] {
  const names = readdirSync(folder).filter((name) => !isOfSystem(name) && !name.startsWith(output.staging));
  if (!names.includes(output.always)) return names;
  return names.filter((name) =>
    output.names.includes(name) ? !isOutputFile(output, folder, name, true) : !output.toleratesOthers,
  );
}

/**
 * Why an output must not be written to a folder; undefined if the folder does not exist, is empty, or holds an earlier one.
 * @param folder a real path
 */
export function outputProblem(folder: string, output: OutputFiles): string | undefined {
  const stats = statsOf(folder);
  if (!stats) return parentProblem(path.dirname(folder));
  if (!stats.isDirectory()) return messages.outIsNoFolder;
  const foreign = foreignNames(folder, output);
  if (foreign.length === 0) return undefined;
  const list = foreign.slice(0, 3).map((name) => `"${name}"`);
  return output.texts.holdsOthers(list, foreign.length - list.length);
}

/** The problem if a folder would have to be created inside a file. */
function parentProblem(parent: string): string | undefined {
  const stats = statsOf(parent);
  if (stats) return stats.isDirectory() ? undefined : messages.outInFile(parent);
  return parent === path.dirname(parent) ? undefined : parentProblem(path.dirname(parent));
}
