import { randomBytes } from 'node:crypto';
import { fstatSync, lstatSync, readlinkSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import * as messages from '#messages/cli-output.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { beginningOf } from '../output-folder.ts';

/** Where a text is written. */
export interface OutFile {
  /** The file itself, where the caller named a link. */
  path: string;
  /** Whether it is a device or a pipe, which is written to as it is. Any other file is replaced as a whole. */
  isStream: boolean;
}

/** How a proposals file begins. */
const proposalsStart = /^\uFEFF?\s*\{\s*"format":\s*"trivium-proposals"/;

/** Follows links to the file itself, which need not exist. */
function linkedFile(file: string): string {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? linkedFile(path.resolve(path.dirname(file), readlinkSync(file))) : file;
}

/** Whether this process writes its output or its errors to a file. */
const isOwnOutput = ({ dev, ino }: Stats): boolean =>
  [1, 2].some((descriptor) => {
    try {
      const ownStats = fstatSync(descriptor);
      return ownStats.isFile() && ownStats.dev === dev && ownStats.ino === ino;
    } catch {
      return false; // it is closed
    }
  });

/** Why a proposals file must not be written over what is at a path; undefined if it may be. */
function problemOf(file: string, stats: Stats): string | undefined {
  if (stats.isDirectory()) return messages.outIsFolder;
  if (stats.isBlockDevice() || stats.isSocket()) return messages.outIsDisk;
  if (!stats.isFile()) return undefined;
  if (isOwnOutput(stats)) return messages.outIsOutput;
  const text = beginningOf(linkedFile(file));
  return text === '' || proposalsStart.test(text ?? '') ? undefined : messages.outIsOther;
}

/**
 * The file that a caller named for proposals; the problem if it holds something else, or cannot be a file. Throws if
 * what is there cannot be read.
 * @param file an absolute path
 */
export function outFile(file: string): Result<OutFile> {
  const stats = statSync(file, { throwIfNoEntry: false });
  const problem = stats && problemOf(file, stats);
  if (problem !== undefined) return failure(problem);
  const isStream = stats !== undefined && !stats.isFile();
  return success({ path: isStream ? file : linkedFile(file), isStream });
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Listens to a signal, so that it does not end the process in the middle of a write. */
const finishFirst = (): void => undefined;

/**
 * Writes a file completely or not at all. Ctrl+C has no effect during these few milliseconds; before them, it ends the
 * process, and nothing has been written. Throws if the file cannot be written.
 */
export function writeOut({ path: file, isStream }: OutFile, text: string): void {
  if (isStream) {
    writeFileSync(file, text);
    return;
  }
  // Not the id of the process: in a container, a run that was killed had the same.
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}.tmp`);
  for (const signal of signals) process.on(signal, finishFirst);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, finishFirst);
  }
}
