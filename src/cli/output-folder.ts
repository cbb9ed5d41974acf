import {
  closeSync,
  lstatSync,
  openSync,
  type PathLike,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-output.ts';
import { systemCode } from './failure.ts';

/** Tells from the content of a file, which is not empty, whether a command wrote it. Throws if it cannot be read. */
export type FileCheck = (file: PathLike) => boolean;

/** The files that a command writes together into a folder. */
export interface OutputFiles {
  /** Their names, in the order in which they are moved into place: a folder that contains the last one is complete. */
  names: readonly string[];
  /** Whether a file with a name of these is one of them. */
  checks: ReadonlyMap<string, FileCheck>;
  /** The file that every complete output has. */
  always: string;
  /** Whether files with other names may lie next to these. */
  toleratesOthers: boolean;
  /** The folder inside the output folder that holds the files until all are complete. */
  staging: string;
  texts: messages.OutputTexts;
}

/** The beginning of a file; undefined if there is no regular file. A link does not count as a file. */
export function beginningOf(file: PathLike): string | undefined {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = Buffer.alloc(32_768); // longer than any path, the first column of problems.jsonl
  const descriptor = openSync(file, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** A check by how the file begins. */
export const beginsWith =
  (beginning: RegExp): FileCheck =>
  (file) =>
    beginning.test(beginningOf(file) ?? '');

/** A check that a file is JSON of a format: it may begin like that and go on as something else. */
export const isJsonOf =
  (format: string): FileCheck =>
  (file) => {
    if (!beginsWith(/^\{/)(file)) return false;
    try {
      return JSON.parse(readFileSync(file, 'utf8')).format === format;
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  };

/** Whether an entry of a folder is an empty file, which has nothing to lose. */
const isEmptyFile = (file: PathLike): boolean => {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === 0;
};

/**
 * Whether a file is one of these: not empty, and wholly what the command writes. A Parquet file counts only next to its
 * JSON Lines file. Throws if the file cannot be read.
 * @param at the path of a name in the folder
 * @param mayBeEmpty whether an empty file counts, too
 */
export function isOutputFile(
  output: Pick<OutputFiles, 'checks'>,
  at: (name: string) => PathLike,
  name: string,
  mayBeEmpty = false,
): boolean {
  const check = output.checks.get(name);
  if (!check) return false;
  if (name.endsWith('.parquet') && !isOutputFile(output, at, name.replace('.parquet', '.jsonl'), mayBeEmpty))
    return false;
  return isEmptyFile(at(name)) ? mayBeEmpty : check(at(name));
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

/** The names of files that prevent an output from being written to a folder. */
function foreignNames(folder: string, output: OutputFiles): string[] {
  const names = readdirSync(folder).filter((name) => !isOfSystem(name) && !name.startsWith(output.staging));
  const at = (name: string) => path.join(folder, name);
  const isComplete = isOutputFile(output, at, output.always);
  const isOwn = (name: string) => isEmptyFile(at(name)) || isOutputFile(output, at, name, isComplete);
  return names.filter((name) => (output.names.includes(name) ? !isOwn(name) : !(isComplete && output.toleratesOthers)));
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
