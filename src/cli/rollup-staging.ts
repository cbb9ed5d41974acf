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
import * as messages from '#messages/cli-rollup.ts';
import { outputFiles, stagingName } from './rollup-output.ts';

/** The file that holds the id of the process that is writing. */
const ownerName = 'process';

/** Whether a process is running on this machine. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it is running, under another user
  }
}

/** The process that owns a staging folder. Throws if the folder names none, and so is not from a roll-up. */
function ownerOf(staging: string): number {
  const file = path.join(staging, ownerName);
  if (!existsSync(file)) throw new Error(messages.inTheWay(staging));
  return Number(readFileSync(file, 'utf8'));
}

/** Removes the staging folder that an earlier run left behind. Throws if that run is still going. */
function removeAbandoned(staging: string): void {
  if (!existsSync(staging)) return;
  const owner = ownerOf(staging);
  if (isRunning(owner)) throw new Error(messages.beingWritten(owner, staging));
  rmSync(staging, { recursive: true });
}

/** Creates the staging folder of an output folder atomically, so that two runs cannot both own it. */
function makeStaging(to: string): string {
  const staging = path.join(to, stagingName);
  removeAbandoned(staging);
  const fresh = mkdtempSync(`${staging}-`);
  try {
    writeFileSync(path.join(fresh, ownerName), String(process.pid));
    renameSync(fresh, staging);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    removeAbandoned(staging); // throws if another run was faster
    throw error;
  }
  return staging;
}

/** Replaces the files of an earlier roll-up with the new ones. The file that marks completeness is moved in last. */
function takePlace(staging: string, to: string): void {
  if (ownerOf(staging) !== process.pid) throw new Error(messages.takenOver(to));
  for (const name of outputFiles.toReversed()) rmSync(path.join(to, name), { force: true });
  for (const name of outputFiles) {
    const file = path.join(staging, name);
    if (existsSync(file)) renameSync(file, path.join(to, name));
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
 * Writes a roll-up to a folder, all or nothing: `write` receives a staging folder, and its files move into place once
 * all are written. If `write` throws, or a signal stops the process, an earlier roll-up stays intact.
 */
export async function writeWhole<T>(to: string, write: (staging: string) => Promise<T>): Promise<T> {
  const firstMade = makeFolder(to);
  let staging: string | undefined;
  const cleanUp = () => {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
    staging = undefined;
  };
  const undo = () => {
    cleanUp();
    if (firstMade !== undefined) removeEmpty(to, firstMade);
  };
  const stop = () => {
    undo();
    process.stderr.write(messages.stopped);
    process.exit(3);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    staging = makeStaging(to);
    const result = await write(staging);
    takePlace(staging, to);
    cleanUp();
    return result;
  } catch (error) {
    undo();
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
