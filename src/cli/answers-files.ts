import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-rollup.ts';
import { explainError } from './failure.ts';
import { isOfEarlierRollup, stagingName } from './rollup-output.ts';

/** A file of answers, or something that cannot be read as one. */
export interface AnswersFile {
  /** The path relative to the folder that is read. */
  file: string;
  /** Why it cannot be read, if known before opening it. */
  problem?: string;
}

/** Files that hold one team (JSON), or one team per line (JSON Lines). */
const answersName = /\.(json|jsonl|ndjson)$/i;

/** The problem if an entry with the name of an answers file is not a file; undefined for a file. */
function wrongKind(entry: Dirent): string | undefined {
  if (entry.isFile()) return undefined;
  if (entry.isDirectory()) return messages.folderAsFile;
  if (entry.isSymbolicLink()) return messages.linkAsFile;
  return messages.deviceAsFile;
}

/** The entries of a folder, or the problem if it cannot be read. */
function entriesOf(folder: string, at: string): Dirent[] | AnswersFile {
  try {
    return readdirSync(path.join(folder, at), { withFileTypes: true });
  } catch (error) {
    return { file: at, problem: messages.cannotReadFolder(explainError(error)) };
  }
}

/** The files of answers in one subfolder, and in all folders inside it. */
function* filesBelow(folder: string, at: string): Generator<AnswersFile> {
  const entries = entriesOf(folder, at);
  if (!Array.isArray(entries)) return yield entries;
  for (const entry of entries) {
    const file = path.join(at, entry.name);
    const problem = wrongKind(entry);
    if (answersName.test(entry.name) && !isOfEarlierRollup(path.join(folder, at), entry.name))
      yield problem === undefined ? { file } : { file, problem };
    if (entry.isDirectory() && !entry.name.startsWith(stagingName)) yield* filesBelow(folder, file);
  }
}

/**
 * The files of answers in a folder and all folders inside it, sorted by path. Skips other files and the output of a
 * roll-up. Never follows links.
 */
export const answersFiles = (folder: string): AnswersFile[] =>
  [...filesBelow(folder, '')].toSorted((a, b) => (a.file < b.file ? -1 : 1));
