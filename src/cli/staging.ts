import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as messages from '#messages/cli-output.ts';
import type { OutputFiles } from './output-folder.ts';

/** The file that says who is writing: the id of the process, and a mark that no other run has. */
export const ownerName = 'process';

/** The marks of the runs of this process. */
const ownMarks = new Set<string>();

/** Whether a process is running on this machine. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it is running, under another user
  }
}

/**
 * Who owns a staging folder: the id of the process, and its mark. Throws if the folder names none: it is of another
 * kind.
 */
function ownerOf(staging: string): { id: number; mark: string } {
  const file = path.join(staging, ownerName);
  if (!existsSync(file)) throw new Error(messages.inTheWay(staging));
  const [id = '', mark = ''] = readFileSync(file, 'utf8').split(' ');
  return { id: Number(id), mark };
}

/**
 * Removes the staging folder that an earlier run left behind. Throws if that run is still going. In a container, a killed
 * run often had the id that we have now: then only its mark tells it apart.
 */
function removeAbandoned(staging: string, { texts }: OutputFiles): void {
  if (!existsSync(staging)) return;
  const { id, mark } = ownerOf(staging);
  const isGoing = id === process.pid ? ownMarks.has(mark) : id > 0 && isRunning(id);
  if (isGoing) throw new Error(texts.beingWritten(id, staging));
  rmSync(staging, { recursive: true });
}

/** Creates the staging folder of an output folder atomically, so that two runs cannot both own it. */
function makeStaging(to: string, output: OutputFiles, mark: string): string {
  const staging = path.join(to, output.staging);
  removeAbandoned(staging, output);
  const fresh = mkdtempSync(`${staging}-`);
  try {
    writeFileSync(path.join(fresh, ownerName), `${process.pid} ${mark}`);
    renameSync(fresh, staging);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    removeAbandoned(staging, output); // throws if another run was faster
    throw error;
  }
  return staging;
}

/**
 * Replaces the files of an earlier output with the new ones. The file that marks completeness is moved in last. If a file
 * cannot be moved, all go back to where they were.
 */
function takePlace(staging: string, to: string, { names, texts }: OutputFiles, mark: string): void {
  if (ownerOf(staging).mark !== mark) throw new Error(texts.takenOver(to));
  const former = mkdtempSync(path.join(staging, 'former-'));
  const moves: [from: string, to: string][] = [];
  const move = (name: string, from: string, to: string) => {
    if (!existsSync(path.join(from, name))) return;
    renameSync(path.join(from, name), path.join(to, name));
    moves.push([path.join(from, name), path.join(to, name)]);
  };
  try {
    for (const name of names.toReversed()) move(name, to, former);
    for (const name of names) move(name, staging, to);
  } catch (error) {
    for (const [from, to] of moves.toReversed()) renameSync(to, from);
    throw error;
  }
}

/** Creates a folder and its parents; returns the topmost one created. (A recursive mkdir hides why it failed.) */
function makeFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const first = makeFolder(path.dirname(folder));
  mkdirSync(folder);
  return first ?? folder;
}

/** Removes a folder and its parents, up to the topmost one created, until one is not empty. */
function removeEmpty(folder: string, first: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return; // it is not empty
  }
  if (folder !== first) removeEmpty(path.dirname(folder), first);
}

/**
 * Writes files to a folder, all or nothing: `write` receives a staging folder, and its files move into place once all are
 * written. If `write` throws, or a signal stops the process, earlier files stay intact.
 * @param to a real path
 */
export async function writeWhole<T>(
  to: string,
  output: OutputFiles,
  write: (staging: string) => Promise<T>,
): Promise<T> {
  const mark = randomUUID();
  const firstMade = makeFolder(to);
  let staging: string | undefined;
  const cleanUp = () => {
    try {
      if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
    } catch {
      // A program holds a file in it, such as a virus scanner: the next run removes it.
    }
    staging = undefined;
  };
  const undo = () => {
    cleanUp();
    if (firstMade !== undefined) removeEmpty(to, firstMade);
  };
  const stop = () => {
    undo();
    process.stderr.write(output.texts.stopped);
    process.exit(3);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop); // not only once: a second signal must not end the clean-up
  ownMarks.add(mark);
  try {
    staging = makeStaging(to, output, mark);
    const result = await write(staging);
    takePlace(staging, to, output, mark);
    cleanUp();
    return result;
  } catch (error) {
    undo();
    throw error;
  } finally {
    ownMarks.delete(mark);
    for (const signal of signals) process.off(signal, stop);
  }
}
