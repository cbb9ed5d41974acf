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
import { outputFiles, stagingName } from './rollup-output.ts';

/** The file that names the process which writes. */
const ownerName = 'process';

/** Whether a process runs on this machine. */
function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it runs, for somebody else
  }
}

/** The process that a staging folder belongs to. Throws if the folder names none, so is not from a roll-up. */
function ownerOf(staging: string): number {
  const file = path.join(staging, ownerName);
  if (!existsSync(file)) throw new Error(`"${staging}" is in the way. Delete it, or name another folder.`);
  return Number(readFileSync(file, 'utf8'));
}

/** Removes the staging folder of a run that has ended without removing it. Throws if that run goes on. */
function removeAbandoned(staging: string): void {
  if (!existsSync(staging)) return;
  const owner = ownerOf(staging);
  if (isRunning(owner))
    throw new Error(
      `Another roll-up (process ${owner}) is being written there. Wait for it, or name another folder; if it is none, delete "${staging}".`,
    );
  rmSync(staging, { recursive: true });
}

/** Makes the staging folder of an output folder in one step, so that two runs cannot both have it. */
function makeStaging(to: string): string {
  const staging = path.join(to, stagingName);
  removeAbandoned(staging);
  const fresh = mkdtempSync(`${staging}-`);
  try {
    writeFileSync(path.join(fresh, ownerName), String(process.pid));
    renameSync(fresh, staging);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    removeAbandoned(staging); // another run was quicker: this says so
    throw error;
  }
  return staging;
}

/** Moves what was written into its place, the file that says it is complete last, and removes what an earlier run left. */
function takePlace(staging: string, to: string): void {
  if (ownerOf(staging) !== process.pid) throw new Error(`Another roll-up has taken "${to}" over. Name another folder.`);
  for (const name of outputFiles.toReversed()) rmSync(path.join(to, name), { force: true });
  for (const name of outputFiles) {
    const file = path.join(staging, name);
    if (existsSync(file)) renameSync(file, path.join(to, name));
  }
}

/** Makes a folder and those around it; returns the first that was missing. (mkdir's own way hides why it failed.) */
function makeFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const first = makeFolder(path.dirname(folder));
  mkdirSync(folder);
  return first ?? folder;
}

/** Removes a folder and those around it up to the first that was made, as far as they are empty. */
function removeEmpty(folder: string, first: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return; // somebody else has put something there
  }
  if (folder !== first) removeEmpty(path.dirname(folder), first);
}

/**
 * Writes a roll-up into a folder, whole or not at all: `write` gets a folder for the files, and they take their place once
 * all are written. If it throws, or the process is told to stop, an earlier roll-up stays as it was.
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
    process.stderr.write('The roll-up was stopped. Nothing was written.\n');
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
