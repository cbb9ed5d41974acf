// Work that two runs must not do at the same time in one folder: installing packages, and building. Node 18 can run this.
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Whether a process runs on this machine. */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error.code === 'EPERM'; // it runs, for somebody else
  }
}

/** The process that has a lock; undefined if nobody has. */
function ownerOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes a lock, also one whose owner has ended. Returns the process that has it instead; undefined if it is ours. */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = ownerOf(lock);
  if (owner !== undefined && isRunning(owner)) return owner;
  rmSync(lock, { force: true });
  return take(lock);
}

/** Waits without using the processor. */
const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/**
 * Does work on a folder once no other process does work of that name on it.
 * @param onWait is called with the id of the other process, once, if there is one
 */
export function inTurn(folder, name, work, onWait) {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  const lock = path.join(os.tmpdir(), `trivium-${hash}-${name}.lock`);
  let owner = take(lock);
  if (owner !== undefined) onWait(owner);
  while (owner !== undefined) {
    pause(200);
    owner = take(lock);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}
