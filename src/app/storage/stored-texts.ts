import { failure, firstProblem, type Result, success } from '../../core/model/result.ts';
import { listKeys, newId, now, readItem, removeItem, writeItem } from '../platform/browser.ts';
import { draftPrefix, quarantinePrefix, snapshotPrefix } from '../platform/storage-keys.ts';

// Texts in this browser's storage, whatever they hold: reading them is up to the draft store.

export interface StoredText {
  key: string;
  text: string;
}

/** How many earlier states of an assessment are kept. */
const snapshotLimit = 5;

/** The text under a key, in a list that is empty where there is none. */
export function storedText(key: string): StoredText[] {
  const stored = readItem(key);
  return stored.ok && stored.value !== null ? [{ key, text: stored.value }] : [];
}

const numberIn = (key: string): number => Number(key.slice(key.lastIndexOf(':') + 1));

/** The keys of earlier states, of one assessment or of all, oldest first. */
export function snapshotKeys(id?: string): string[] {
  const keys = listKeys(id === undefined ? snapshotPrefix : `${snapshotPrefix}${id}:`);
  return (keys.ok ? keys.value : []).toSorted((a, b) => numberIn(a) - numberIn(b));
}

/** Writes a text. Where storage is full, earlier states are removed, oldest first, to make room. */
export function writeMakingRoom(key: string, text: string): Result<void> {
  let written = writeItem(key, text);
  const removable = written.ok ? [] : snapshotKeys();
  while (!written.ok && firstProblem(written) === 'QuotaExceededError') {
    const oldest = removable.shift();
    if (oldest === undefined) break;
    removeItem(oldest);
    written = writeItem(key, text);
  }
  return written;
}

/** Keeps the stored state of an assessment as an earlier one, unless the last one is the same. */
export function keepSnapshot(id: string): void {
  const text = storedText(draftPrefix + id)[0]?.text;
  const keys = snapshotKeys(id);
  const last = keys.at(-1);
  if (text === undefined || (last !== undefined && storedText(last)[0]?.text === text)) return;
  const number = last === undefined ? 1 : numberIn(last) + 1;
  if (!writeItem(`${snapshotPrefix}${id}:${number}`, text).ok) return;
  for (const key of keys.slice(0, Math.max(0, keys.length + 1 - snapshotLimit))) removeItem(key);
}

/** Copies a text that cannot be read into quarantine, once. Returns the key of the copy, or the browser's reason. */
export function quarantineCopy(key: string, text: string): Result<string> {
  const keys = listKeys(quarantinePrefix);
  const copy = keys.ok ? keys.value.flatMap(storedText).find((stored) => stored.text === text) : undefined;
  if (copy) return success(copy.key);
  const quarantined = `${quarantinePrefix}${now().getTime()}-${newId()}-${key.slice(draftPrefix.length)}`;
  const written = writeMakingRoom(quarantined, text);
  return written.ok ? success(quarantined) : written;
}

/** Moves a text that cannot be read into quarantine. Returns its key; the old one where even that fails. */
export function quarantine(key: string, text: string): string {
  const copy = quarantineCopy(key, text);
  if (!copy.ok) return key;
  removeItem(key);
  return copy.value;
}

/** Removes texts. Returns what they were, or the browser's reason for keeping one. */
export function removeTexts(keys: readonly string[]): Result<StoredText[]> {
  const texts = keys.flatMap(storedText);
  const refusal = keys.map(removeItem).find(({ ok }) => !ok);
  return refusal && !refusal.ok ? failure(...refusal.problems) : success(texts);
}
