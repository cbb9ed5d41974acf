import { type Dirent, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-rollup.ts';
import { explainError } from './failure.ts';
import { isStaging, ofEarlierRollup } from './rollup-output.ts';

/** A file of answers, or something that cannot be read as one. */
export interface AnswersFile {
  /** The path relative to the folder that is read. */
  file: string;
  /** The whole path, to open it by: a name need not be UTF-8. */
  path: Buffer;
  /** Why it cannot be read, if known before opening it. */
  problem?: string;
}

/** Files that hold one team (JSON), or one team per line (JSON Lines). */
const answersName = /\.(json|jsonl|ndjson)$/i;

// Paths are kept byte by byte, as Latin-1, since a name may hold bytes that are not UTF-8.
const bytesOf = (bytePath: string): Buffer => Buffer.from(bytePath, 'latin1');

/** Whether a link leads to a folder, or nowhere: then answers may be missing. */
function hidesAnswers(bytePath: string): boolean {
  try {
    return !statSync(bytesOf(bytePath)).isFile();
  } catch {
    return true;
  }
}

/** The problem with an entry that may be, or lead to, answers that are not read; undefined if there is none. */
function problemOf(entry: Dirent, folder: string): string | undefined {
  if (entry.isSymbolicLink() && !answersName.test(entry.name))
    return hidesAnswers(path.join(folder, entry.name)) ? messages.linkAsFolder : undefined;
  if (!answersName.test(entry.name) || entry.isFile()) return undefined;
  if (entry.isDirectory()) return messages.folderAsFile;
  return entry.isSymbolicLink() ? messages.linkAsFile : messages.deviceAsFile;
}

/** The entries of a folder, or the problem if it cannot be read. */
function entriesOf(folder: string): Dirent[] | string {
  try {
    return readdirSync(bytesOf(folder), { withFileTypes: true, encoding: 'latin1' });
  } catch (error) {
    return messages.cannotReadFolder(explainError(error));
  }
}

/** The files of answers in one subfolder, and in all folders inside it. */
function* filesBelow(root: string, subfolder: string): Generator<AnswersFile> {
  const folder = path.join(root, subfolder);
  const fileNamed = (name: string, problem?: string): AnswersFile => {
    const inRoot = path.join(subfolder, name);
    const file = { file: bytesOf(inRoot).toString(), path: bytesOf(path.join(root, inRoot)) };
    return problem === undefined ? file : { ...file, problem };
  };
  const entries = entriesOf(folder);
  if (typeof entries === 'string') return yield fileNamed('', entries);
  const inFolder = (name: string) => bytesOf(path.join(folder, name));
  for (const entry of entries) {
    const { name } = entry;
    const problem = problemOf(entry, folder);
    const earlier = entry.isFile() ? ofEarlierRollup(inFolder, name) : undefined;
    if (problem !== undefined) yield fileNamed(name, problem);
    else if (earlier === 'alone') yield fileNamed(name, messages.rowsAsFile);
    else if (entry.isFile() && answersName.test(name) && earlier === undefined) yield fileNamed(name);
    if (entry.isDirectory() && !isStaging(inFolder, name)) yield* filesBelow(root, path.join(subfolder, name));
  }
}

/**
 * The files of answers in a folder and all folders inside it, sorted by path. Skips other files and the output of a
 * complete roll-up. Never follows links.
 */
export const answersFiles = (folder: string): AnswersFile[] =>
  [...filesBelow(Buffer.from(folder).toString('latin1'), '')].toSorted((a, b) => (a.file < b.file ? -1 : 1));
