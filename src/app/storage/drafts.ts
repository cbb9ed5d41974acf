import { mergeDrafts } from '../../core/answers/merge-drafts.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { firstProblem, type Result, success } from '../../core/model/result.ts';
import {
  listKeys,
  newId,
  now,
  readItem,
  readTabItem,
  removeItem,
  writeItem,
  writeTabItem,
} from '../platform/browser.ts';
import { type Draft, draftPrefix, emptyDraft, parseDraft, storedText } from './parse-draft.ts';
import { snapshotKeys, writeMakingRoom } from './snapshots.ts';

/** A stored text that could not be read: kept as it was, for the person to download. */
export interface Quarantined {
  key: string;
  text: string;
  problem: string;
  /** The assessment whose place it took, where that is fresh. */
  id?: string;
}

/** Everything this browser keeps, newest first. */
export interface DraftStore {
  drafts: Draft[];
  setAside: Quarantined[];
  /** Set when the browser does not let us read at all. */
  problem: string | null;
}

const quarantinePrefix = 'trivium:set-aside:';
const currentKey = 'trivium:current';

/** Copies a text that cannot be read out of the way, once. Gives the key of the copy, or the browser's reason. */
function quarantineCopy(key: string, text: string): Result<string> {
  const kept = listKeys(quarantinePrefix);
  const same = kept.ok ? kept.value.flatMap(storedText).find((each) => each.text === text) : undefined;
  if (same) return success(same.key);
  const aside = `${quarantinePrefix}${now().getTime()}-${newId()}-${key.slice(draftPrefix.length)}`;
  const written = writeMakingRoom(aside, text);
  return written.ok ? success(aside) : written;
}

/** Moves a text that cannot be read out of the way, without losing it; it stays where it is if even that fails. */
function setAside(key: string, text: string): string {
  const aside = quarantineCopy(key, text);
  if (!aside.ok) return key;
  removeItem(key);
  return aside.value;
}

/** Reads what this browser keeps. What cannot be read is set aside first, never trusted and never thrown away. */
export function openDraftStore(pack: PackOutline): DraftStore {
  const keys = listKeys(draftPrefix);
  const aside = listKeys(quarantinePrefix);
  if (!keys.ok || !aside.ok) return { drafts: [], setAside: [], problem: keys.ok ? '' : firstProblem(keys) };
  const kept = new Map<string, Quarantined>();
  for (const { key, text } of aside.value.flatMap(storedText)) kept.set(key, { key, text, problem: '' });
  const drafts: Draft[] = [];
  for (const { key, text } of keys.value.flatMap(storedText)) {
    const id = key.slice(draftPrefix.length);
    const read = parseDraft(id, text, pack);
    if (read.ok) drafts.push(read.value);
    else {
      const place = setAside(key, text);
      kept.set(place, { key: place, text, problem: firstProblem(read), id });
    }
  }
  return {
    drafts: drafts.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)),
    setAside: [...kept.values()],
    problem: null,
  };
}

/** The assessment that this tab had open last, or any tab, if it is still there. */
export function currentDraft({ drafts }: DraftStore): Draft | undefined {
  const ids = [readTabItem(currentKey), readItem(currentKey)].map((stored) => (stored.ok ? stored.value : null));
  return ids.flatMap((id) => drafts.filter((draft) => draft.id === id))[0] ?? drafts[0];
}

/** Makes an assessment the one that this tab opens, whatever other tabs have open. */
export const pinDraft = (id: string): Result<void> => writeTabItem(currentKey, id);

/** Makes an assessment the one that this tab opens, and tabs that open none yet. */
export function chooseDraft(id: string): void {
  pinDraft(id);
  writeItem(currentKey, id);
}

/** Forgets an assessment with its earlier states. Gives the texts that stood there, or the browser's reason. */
export function removeDraft(id: string): Result<{ key: string; text: string }[]> {
  const keys = [...snapshotKeys(id), draftPrefix + id];
  const texts = keys.flatMap(storedText);
  const failed = keys.map(removeItem).find(({ ok }) => !ok);
  return failed && !failed.ok ? failed : success(texts);
}

export const removeQuarantined = (key: string): Result<void> => removeItem(key);

/** What stands in storage of an assessment; nothing where it is not there or cannot be read. */
export function readDraft(id: string, pack: PackOutline): Draft | undefined {
  const read = storedText(draftPrefix + id).map(({ text }) => parseDraft(id, text, pack))[0];
  return read?.ok ? read.value : undefined;
}

/**
 * Saves an assessment. What another tab has saved meanwhile is kept: of each answer, field and entry the later one.
 * A text in its place that cannot be read is set aside first. Returns what now stands in storage, or the browser's
 * reason for refusing. To be called under the lock of `browser.ts`.
 */
export function saveDraft(draft: Draft, pack: PackOutline): Result<Draft> {
  const key = draftPrefix + draft.id;
  const stored = readItem(key);
  if (!stored.ok) return stored;
  const theirs = stored.value === null ? undefined : parseDraft(draft.id, stored.value, pack);
  if (theirs && !theirs.ok) {
    const aside = quarantineCopy(key, stored.value ?? '');
    if (!aside.ok) return aside;
  }
  const saved: Draft = {
    ...draft,
    savedAt: now().toISOString(),
    answers: theirs?.ok ? mergeDrafts(theirs.value.answers, draft.answers) : draft.answers,
  };
  const written = writeMakingRoom(key, JSON.stringify({ ...saved.answers, savedAt: saved.savedAt }));
  return written.ok ? success(saved) : written;
}

/** Saves answers as a new assessment and makes it the one that this tab opens. To be called under the lock. */
export function saveNewDraft(answers: Draft['answers'], pack: PackOutline): Result<Draft> {
  const saved = saveDraft({ ...emptyDraft(pack), answers }, pack);
  if (saved.ok) chooseDraft(saved.value.id);
  return saved;
}
