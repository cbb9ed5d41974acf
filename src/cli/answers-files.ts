import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { explainError } from './failure.ts';
import { isRollupFile, stagingName } from './rollup-output.ts';

/** A file of answers, or what cannot be one. */
export interface AnswersFile {
  /** The path from the folder that is read. */
  file: string;
  /** Why it cannot be read, if that is known before it is opened. */
  problem?: string;
}

/** Files that hold one team (JSON), or one team per line (JSON Lines). */
const answersName = /\.(json|jsonl|ndjson)$/i;

/** What has the name of a file of answers but is none; undefined for a file. */
function wrongKind(entry: Dirent): string | undefined {
  if (entry.isFile()) return undefined;
  if (entry.isDirectory()) return 'It is a folder with the name of a file. What is in it is read; rename the folder.';
  if (entry.isSymbolicLink()) return 'It is a link. Put the file itself here.';
  return 'It is a pipe, a socket or a device. Put a file of answers here.';
}

/** The entries of a folder, or the problem that it cannot be read. */
function entriesOf(folder: string, at: string): Dirent[] | AnswersFile {
  try {
    return readdirSync(path.join(folder, at), { withFileTypes: true });
  } catch (error) {
    return { file: at, problem: `Cannot read this folder${explainError(error)}` };
  }
}

/** The files of answers in one part of a folder, and in all folders inside it. */
function* filesBelow(folder: string, at: string): Generator<AnswersFile> {
  const entries = entriesOf(folder, at);
  if (!Array.isArray(entries)) return yield entries;
  for (const entry of entries) {
    const file = path.join(at, entry.name);
    const problem = wrongKind(entry);
    if (answersName.test(entry.name) && !isRollupFile(path.join(folder, at), entry.name))
      yield problem === undefined ? { file } : { file, problem };
    if (entry.isDirectory() && !entry.name.startsWith(stagingName)) yield* filesBelow(folder, file);
  }
}

/**
 * The files of answers in a folder and in all folders inside it, sorted by path. Leaves out files of other kinds, and
 * those that a roll-up has written. Links are never followed.
 */
export const answersFiles = (folder: string): AnswersFile[] =>
  [...filesBelow(folder, '')].toSorted((a, b) => (a.file < b.file ? -1 : 1));
