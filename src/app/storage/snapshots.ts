import type { PackOutline } from '../../core/model/pack.ts';
import { firstProblem, type Result } from '../../core/model/result.ts';
import { listKeys, removeItem, writeItem } from '../platform/browser.ts';
import { type Draft, draftPrefix, parseDraft, storedText } from './parse-draft.ts';

/** An earlier state of an assessment, as it was stored. */
export interface Snapshot extends Draft {
  key: string;
}

const snapshotPrefix = 'trivium:snapshot:';
/** So many earlier states of an assessment are kept. */
const snapshotCount = 5;

/** The keys of earlier states, of one assessment or of all, oldest first. */
export function snapshotKeys(id?: string): string[] {
  const keys = listKeys(id === undefined ? snapshotPrefix : `${snapshotPrefix}${id}:`);
  const numberOf = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1));
  return (keys.ok ? keys.value : []).toSorted((a, b) => numberOf(a) - numberOf(b));
}

/** Writes; where storage is full, earlier states make room, oldest first. */
export function writeMakingRoom(key: string, text: string): Result<void> {
  let written = writeItem(key, text);
  const spare = written.ok ? [] : snapshotKeys();
  while (!written.ok && firstProblem(written) === 'QuotaExceededError') {
    const oldest = spare.shift();
    if (oldest === undefined) break;
    removeItem(oldest);
    written = writeItem(key, text);
  }
  return written;
}

/** Keeps what an assessment now is in storage as an earlier state, unless the last one is the same. */
export function keepSnapshot(id: string): void {
  const text = storedText(draftPrefix + id)[0]?.text;
  const keys = snapshotKeys(id);
  const last = keys.at(-1);
  if (text === undefined || (last !== undefined && storedText(last)[0]?.text === text)) return;
  const number = last === undefined ? 1 : Number(last.slice(last.lastIndexOf(':') + 1)) + 1;
  if (!writeItem(`${snapshotPrefix}${id}:${number}`, text).ok) return;
  for (const old of keys.slice(0, Math.max(0, keys.length + 1 - snapshotCount))) removeItem(old);
}

/** The earlier states that can be read, newest first. */
export function listSnapshots(pack: PackOutline): Snapshot[] {
  return snapshotKeys()
    .toReversed()
    .flatMap(storedText)
    .flatMap(({ key, text }) => {
      const read = parseDraft(key.slice(snapshotPrefix.length, key.lastIndexOf(':')), text, pack);
      return read.ok ? [{ ...read.value, key }] : [];
    });
}
