// A lock for work that two runs must not do in one folder at the same time: installing and building. Works in Node 18.
import { createHash } from 'node:crypto';
import { linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Whether a process is running on this machine. */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error.code === 'EPERM'; // it is running, under another user
  }
}

/** The process that holds a lock; undefined if none does. */
function ownerOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes the lock of a process that has ended, unless another process has taken it over since. */
function removeAbandoned(lock, owner) {
  const aside = `${lock}.${process.pid}`; // a name of our own: two processes cannot both move the same lock
  try {
    renameSync(lock, aside);
    if (ownerOf(aside) !== owner) linkSync(aside, lock); // it was a new lock: put it back
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

/** Takes a lock, even from a process that has ended. Returns the process that holds it; undefined if we do. */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = ownerOf(lock);
  if (owner !== undefined && isRunning(owner)) return owner;
  if (owner !== undefined) removeAbandoned(lock, owner);
  return take(lock);
}

/** Waits without using the CPU. */
const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/**
 * Does named work on a folder once no other process is doing work of that name there.
 * @param onWait called once, with the id of the other process, if we have to wait
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
    if (ownerOf(lock) === process.pid) rmSync(lock);
  }
}
