import { type Answers, parseAnswers } from '../core/assessment/answers.ts';
import { mergeDrafts } from '../core/assessment/merge-drafts.ts';
import type { PackIndex } from '../core/assessment/pack.ts';
import { listKeys, newId, now, readItem, removeItem, type Stored, today, writeItem } from './browser.ts';

/** One assessment as it is kept: one storage key each, in the file format, with when it was last saved. */
export interface Draft {
  id: string;
  answers: Answers;
  savedAt: string;
}

/** A stored text that could not be read: kept as it was, for the person to download. */
export interface SetAside {
  key: string;
  text: string;
  problem: string;
  /** The assessment whose place it took, where that is fresh. */
  id?: string;
}

/** An earlier state of an assessment, as it was stored. */
export interface Snapshot extends Draft {
  key: string;
}

/** Everything this browser keeps, newest first. */
export interface Shelf {
  drafts: Draft[];
  setAside: SetAside[];
  /** Set when the browser does not let us read at all. */
  problem: string | null;
}

const draftPrefix = 'trivium:assessment:';
const asidePrefix = 'trivium:set-aside:';
const snapshotPrefix = 'trivium:snapshot:';
const currentKey = 'trivium:current';
/** So many earlier states of an assessment are kept. */
const snapshotCount = 5;

/** A new, empty assessment. */
export function emptyDraft(pack: PackIndex): Draft {
  return {
    id: newId(),
    savedAt: now().toISOString(),
    answers: {
      format: 'trivium-answers',
      version: 1,
      pack: { id: pack.id, version: pack.version },
      system: '',
      date: today(),
      context: {},
      answers: [],
      targets: [],
      decisions: [],
      overrides: [],
    },
  };
}

/** Reads answers to this very pack until `fetchCarryOver` has found that older ones are kept here. */
let readAnswers = parseAnswers;

/**
 * Fetches the rules that carry older answers over, if this browser keeps any that need them. Has to be waited for
 * before a shelf is opened: without the rules, an older assessment would be set aside.
 */
export async function fetchCarryOver(pack: PackIndex): Promise<void> {
  const keys = listKeys(draftPrefix);
  const isCurrent = (key: string): boolean => {
    const stored = readItem(key);
    if (!stored.ok || stored.value === null) return true;
    const read = parseDraft(key, stored.value, pack);
    return read.ok && read.draft.answers.pack.version === pack.version;
  };
  if (keys.ok && !keys.value.every(isCurrent)) await readOlderToo();
}

/** From now on answers to older versions of the pack are read as well, and carried over. */
export async function readOlderToo(): Promise<void> {
  readAnswers = (await import('../core/assessment/migrate.ts')).openAnswers;
}

/** Why a text cannot be read. */
export type Read = { ok: true; draft: Draft } | { ok: false; problem: string };

/** Reads one stored text or file; nothing that is not an assessment of this pack, or of an older version, gets through. */
export function parseDraft(id: string, text: string, pack: PackIndex): Read {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'It is not valid JSON.' };
  }
  const parsed = readAnswers(data, pack);
  if (!parsed.ok) return { ok: false, problem: parsed.problems[0] ?? '' };
  const { savedAt, ...answers } = parsed.value;
  return {
    ok: true,
    draft: { id, answers: answers as Answers, savedAt: typeof savedAt === 'string' ? savedAt : now().toISOString() },
  };
}

const textOf = (key: string): { key: string; text: string }[] => {
  const read = readItem(key);
  return read.ok && read.value !== null ? [{ key, text: read.value }] : [];
};

/** The keys of earlier states, of one assessment or of all, oldest first. */
function snapshotKeys(id?: string): string[] {
  const keys = listKeys(id === undefined ? snapshotPrefix : `${snapshotPrefix}${id}:`);
  const numberOf = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1));
  return (keys.ok ? keys.value : []).toSorted((a, b) => numberOf(a) - numberOf(b));
}

/** Writes; where storage is full, earlier states make room, oldest first. */
function writeMakingRoom(key: string, text: string): Stored<void> {
  let written = writeItem(key, text);
  const spare = written.ok ? [] : snapshotKeys();
  while (!written.ok && written.problem === 'QuotaExceededError') {
    const oldest = spare.shift();
    if (oldest === undefined) break;
    removeItem(oldest);
    written = writeItem(key, text);
  }
  return written;
}

/** Keeps what an assessment now is in storage as an earlier state, unless the last one is the same. */
export function keepSnapshot(id: string): void {
  const text = textOf(draftPrefix + id)[0]?.text;
  const keys = snapshotKeys(id);
  const last = keys.at(-1);
  if (text === undefined || (last !== undefined && textOf(last)[0]?.text === text)) return;
  const number = last === undefined ? 1 : Number(last.slice(last.lastIndexOf(':') + 1)) + 1;
  if (!writeItem(`${snapshotPrefix}${id}:${number}`, text).ok) return;
  for (const old of keys.slice(0, Math.max(0, keys.length + 1 - snapshotCount))) removeItem(old);
}

/** The earlier states that can be read, newest first. */
export function listSnapshots(pack: PackIndex): Snapshot[] {
  return snapshotKeys()
    .toReversed()
    .flatMap(textOf)
    .flatMap(({ key, text }) => {
      const read = parseDraft(key.slice(snapshotPrefix.length, key.lastIndexOf(':')), text, pack);
      return read.ok ? [{ ...read.draft, key }] : [];
    });
}

/** Copies a text that cannot be read out of the way, once. Gives the key of the copy, or the browser's reason. */
function copyAside(key: string, text: string): Stored<string> {
  const kept = listKeys(asidePrefix);
  const same = kept.ok ? kept.value.flatMap(textOf).find((each) => each.text === text) : undefined;
  if (same) return { ok: true, value: same.key };
  const aside = `${asidePrefix}${now().getTime()}-${newId()}-${key.slice(draftPrefix.length)}`;
  const written = writeMakingRoom(aside, text);
  return written.ok ? { ok: true, value: aside } : written;
}

/** Moves a text that cannot be read out of the way, without losing it; it stays where it is if even that fails. */
function setAside(key: string, text: string): string {
  const aside = copyAside(key, text);
  if (!aside.ok) return key;
  removeItem(key);
  return aside.value;
}

/** Reads what this browser keeps. What cannot be read is set aside first, never trusted and never thrown away. */
export function openShelf(pack: PackIndex): Shelf {
  const keys = listKeys(draftPrefix);
  const aside = listKeys(asidePrefix);
  if (!keys.ok || !aside.ok) return { drafts: [], setAside: [], problem: keys.ok ? '' : keys.problem };
  const kept = new Map<string, SetAside>();
  for (const { key, text } of aside.value.flatMap(textOf)) kept.set(key, { key, text, problem: '' });
  const drafts: Draft[] = [];
  for (const { key, text } of keys.value.flatMap(textOf)) {
    const id = key.slice(draftPrefix.length);
    const read = parseDraft(id, text, pack);
    if (read.ok) drafts.push(read.draft);
    else {
      const place = setAside(key, text);
      kept.set(place, { key: place, text, problem: read.problem, id });
    }
  }
  return {
    drafts: drafts.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
    setAside: [...kept.values()],
    problem: null,
  };
}

/** The assessment that was opened last, if it is still there. */
export function currentDraft({ drafts }: Shelf): Draft | undefined {
  const current = readItem(currentKey);
  return drafts.find(({ id }) => current.ok && id === current.value) ?? drafts[0];
}

/** Makes an assessment the one that pages open. */
export const chooseDraft = (id: string): Stored<void> => writeItem(currentKey, id);

/** Forgets an assessment with its earlier states, or a text that was set aside. */
export function removeDraft(id: string): Stored<void> {
  for (const key of snapshotKeys(id)) removeItem(key);
  return removeItem(draftPrefix + id);
}
export const removeAside = (key: string): Stored<void> => removeItem(key);

/** What stands in storage of an assessment; nothing where it is not there or cannot be read. */
export function readDraft(id: string, pack: PackIndex): Draft | undefined {
  const read = textOf(draftPrefix + id).map(({ text }) => parseDraft(id, text, pack))[0];
  return read?.ok ? read.draft : undefined;
}

/**
 * Saves an assessment. What another tab has saved meanwhile is kept: of each answer, field and entry the later one.
 * A text in its place that cannot be read is set aside first. Returns what now stands in storage, or the browser's
 * reason for refusing. To be called under the lock of `browser.ts`.
 */
export function saveDraft(draft: Draft, pack: PackIndex): Stored<Draft> {
  const key = draftPrefix + draft.id;
  const stored = readItem(key);
  if (!stored.ok) return stored;
  const theirs = stored.value === null ? undefined : parseDraft(draft.id, stored.value, pack);
  if (theirs && !theirs.ok) {
    const aside = copyAside(key, stored.value ?? '');
    if (!aside.ok) return aside;
  }
  const saved: Draft = {
    ...draft,
    savedAt: now().toISOString(),
    answers: theirs?.ok ? mergeDrafts(theirs.draft.answers, draft.answers) : draft.answers,
  };
  const written = writeMakingRoom(key, JSON.stringify({ ...saved.answers, savedAt: saved.savedAt }));
  if (!written.ok) return written;
  chooseDraft(draft.id);
  return { ok: true, value: saved };
}
