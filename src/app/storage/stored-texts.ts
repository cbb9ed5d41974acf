import { type Failure, failure, firstProblem, type Result, success } from '../../core/model/result.ts';
import { listKeys, newId, now, readItem, removeItem, writeItem } from '../platform/browser.ts';
import {
  draftPrefix,
  groupDecisionsKey,
  proposalsPrefix,
  quarantinePrefix,
  snapshotPrefix,
} from '../platform/storage-keys.ts';

// Texts in this browser's storage. What they mean is up to the draft store.

export interface StoredText {
  key: string;
  text: string;
}

/** Number of snapshots kept of each draft. */
const snapshotLimit = 5;

/** The id of the draft that a key belongs to. The key is that of the draft itself or of a snapshot. */
export function idOfKey(key: string): string {
  if (!key.startsWith(snapshotPrefix)) return key.slice(draftPrefix.length);
  return key.slice(snapshotPrefix.length, key.lastIndexOf(':'));
}

/** All texts stored under keys with one of these prefixes. */
export const textsUnder = (...prefixes: readonly string[]): StoredText[] =>
  prefixes
    .map(listKeys)
    .flatMap((keys) => (keys.ok ? keys.value : []))
    .flatMap(storedText);

/** The text stored under a key as a list of one, or an empty list. */
export function storedText(key: string): StoredText[] {
  const readResult = readItem(key);
  return readResult.ok && readResult.value !== null ? [{ key, text: readResult.value }] : [];
}

/** Whether a draft has proposals. */
export const hasProposals = (id: string): boolean => storedText(proposalsPrefix + id).length > 0;

const snapshotNumber = (key: string): number => Number(key.slice(key.lastIndexOf(':') + 1));

/** The keys of the snapshots of one draft, or of all drafts, oldest first. */
export function snapshotKeys(id?: string): string[] {
  const keys = listKeys(id === undefined ? snapshotPrefix : `${snapshotPrefix}${id}:`);
  return (keys.ok ? keys.value : []).toSorted((a, b) => snapshotNumber(a) - snapshotNumber(b));
}

/** Writes a text. If storage is full, removes snapshots, oldest first, to make room. */
export function writeMakingRoom(key: string, text: string): Result<void> {
  let writeResult = writeItem(key, text);
  const removableKeys = writeResult.ok ? [] : snapshotKeys();
  while (!writeResult.ok && firstProblem(writeResult) === 'QuotaExceededError') {
    const oldest = removableKeys.shift();
    if (oldest === undefined) break;
    removeItem(oldest);
    writeResult = writeItem(key, text);
  }
  return writeResult;
}

/** Copies the stored state of a draft into a snapshot, unless the last snapshot is the same. */
export function keepSnapshot(id: string): Result<void> {
  const text = storedText(draftPrefix + id)[0]?.text;
  const keys = snapshotKeys(id);
  const last = keys.at(-1);
  if (text === undefined || (last !== undefined && storedText(last)[0]?.text === text)) return success(undefined);
  const number = last === undefined ? 1 : snapshotNumber(last) + 1;
  const write = () => writeItem(`${snapshotPrefix}${id}:${number}`, text);
  const result = write();
  const surplus = keys.slice(0, Math.max(0, keys.length + 1 - snapshotLimit));
  if (!result.ok && surplus.length === 0) return result;
  for (const key of surplus) removeItem(key);
  return result.ok ? result : write();
}

/** The end of the key of every copy that quarantine holds of what a key held. */
export const copyEnd = (key: string): string => `-${key.slice(draftPrefix.length)}`;

/** Whether quarantine holds under this key what a group decided. */
export const isOfGroup = (key: string): boolean => key.includes(copyEnd(groupDecisionsKey));

/**
 * Copies a text that cannot be read into quarantine, once. Returns the copy's key, or the browser's reason for
 * refusing.
 */
export function quarantineCopy(key: string, text: string): Result<string> {
  const keys = listKeys(quarantinePrefix);
  const copy = keys.ok ? keys.value.flatMap(storedText).find((candidate) => candidate.text === text) : undefined;
  if (copy) return success(copy.key);
  const quarantineKey = `${quarantinePrefix}${now().getTime()}-${newId()}${copyEnd(key)}`;
  const writeResult = writeMakingRoom(quarantineKey, text);
  return writeResult.ok ? success(quarantineKey) : writeResult;
}

/** The key of a text's copy in quarantine. If the browser refuses the copy, the key holds nothing. */
export function copyKey({ key, text }: StoredText): string {
  const copy = quarantineCopy(key, text);
  return copy.ok ? copy.value : quarantinePrefix + idOfKey(key);
}

/** Whether quarantine holds a text of this draft. */
export const wasSetAside = (id: string): boolean =>
  textsUnder(quarantinePrefix).some(({ key }) => key.endsWith(`-${id}`));

/** The result of saving changes to a draft that another tab has deleted. */
export const deletedElsewhere: Failure = failure();

/** Moves a text that cannot be read into quarantine. Returns its new key, or the old one if the browser refuses. */
export function quarantine(key: string, text: string): string {
  const copy = quarantineCopy(key, text);
  if (!copy.ok) return key;
  removeItem(key);
  return copy.value;
}

/** Removes texts. Returns them, or the browser's reason for refusing to remove one. */
export function removeTexts(keys: readonly string[]): Result<StoredText[]> {
  const texts = keys.flatMap(storedText);
  const refusal = keys.map(removeItem).find(({ ok }) => !ok);
  return refusal && !refusal.ok ? failure(...refusal.problems) : success(texts);
}
