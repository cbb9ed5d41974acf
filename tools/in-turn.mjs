// A lock for work that two runs must not do in one folder at the same time: installing and building. Works in Node 18.
import { createHash } from 'node:crypto';
import { linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process is running on this machine. */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error.code === 'EPERM'; // it is running, under another user
  }
}

/** The process that a lock names, 0 if it names none; undefined if there is no lock. */
function ownerOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8')) || 0;
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

/**
 * Creates a lock with our name in it, whole from its first moment. Returns whether nobody else was faster. Throws a
 * sentence if the folder for temporary files takes no lock.
 */
function create(lock) {
  const fresh = `${lock}.${process.pid}.new`;
  try {
    writeFileSync(fresh, String(process.pid));
    linkSync(fresh, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Error(
      `The lock "${lock}" cannot be written (${error.code}). Set TMPDIR to a folder that exists and has space, and run the same command again.`,
    );
  } finally {
    rmSync(fresh, { force: true });
  }
}

/**
 * Takes a lock, even from a process that has ended. Returns the process that holds it; undefined if we do. A lock that
 * names no process, or us before we took it, was left behind: in a container, a killed run often had the id that we
 * have now.
 */
function take(lock) {
  if (create(lock)) return undefined;
  const owner = ownerOf(lock);
  if (owner > 0 && owner !== process.pid && isRunning(owner)) return owner;
  if (owner !== undefined) removeAbandoned(lock, owner);
  return take(lock);
}

/**
 * Does named work on a folder once no other process is doing work of that name there, and resolves to its result.
 * @param onWait called once, with the id of the other process, if we have to wait
 */
export async function inTurn(folder, name, work, onWait) {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16);
  const lock = path.join(os.tmpdir(), `trivium-${hash}-${name}.lock`);
  let owner = take(lock);
  if (owner !== undefined) onWait(owner);
  while (owner !== undefined) {
    await pause(200);
    owner = take(lock);
  }
  try {
    return await work();
  } finally {
    if (ownerOf(lock) === process.pid) rmSync(lock);
  }
}
