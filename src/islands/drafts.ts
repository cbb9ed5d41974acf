import { type Answer, type Answers, parseAnswers } from '../core/assessment/answers.ts';
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
const currentKey = 'trivium:current';

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
  if (!keys.ok || keys.value.every(isCurrent)) return;
  readAnswers = (await import('../core/assessment/migrate.ts')).openAnswers;
}

type Read = { ok: true; draft: Draft } | { ok: false; problem: string };

/** Reads one stored text; nothing that is not an assessment of this pack, or of an older version, gets through. */
function parseDraft(id: string, text: string, pack: PackIndex): Read {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'It is not valid JSON.' };
  }
  const parsed = readAnswers(data, pack);
  if (!parsed.ok) return { ok: false, problem: parsed.problems[0] ?? '' };
  const saved = (data as { savedAt?: unknown }).savedAt;
  return {
    ok: true,
    draft: { id, answers: parsed.value, savedAt: typeof saved === 'string' ? saved : now().toISOString() },
  };
}

/** Moves a text that cannot be read out of the way, without losing it; it stays where it is if even that fails. */
function setAside(key: string, text: string): string {
  const aside = `${asidePrefix}${now().getTime()}-${key.slice(draftPrefix.length)}`;
  if (!writeItem(aside, text).ok) return key;
  removeItem(key);
  return aside;
}

/** Reads what this browser keeps. What cannot be read is set aside first, never trusted and never thrown away. */
export function openShelf(pack: PackIndex): Shelf {
  const keys = listKeys(draftPrefix);
  const aside = listKeys(asidePrefix);
  if (!keys.ok || !aside.ok) return { drafts: [], setAside: [], problem: keys.ok ? '' : keys.problem };
  const texts = (key: string) => {
    const read = readItem(key);
    return read.ok && read.value !== null ? [{ key, text: read.value }] : [];
  };
  const kept: SetAside[] = aside.value.flatMap(texts).map(({ key, text }) => ({ key, text, problem: '' }));
  const drafts: Draft[] = [];
  for (const { key, text } of keys.value.flatMap(texts)) {
    const read = parseDraft(key.slice(draftPrefix.length), text, pack);
    if (read.ok) drafts.push(read.draft);
    else kept.push({ key: setAside(key, text), text, problem: read.problem });
  }
  return { drafts: drafts.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)), setAside: kept, problem: null };
}

/** The assessment that was opened last, if it is still there. */
export function currentDraft({ drafts }: Shelf): Draft | undefined {
  const current = readItem(currentKey);
  return drafts.find(({ id }) => current.ok && id === current.value) ?? drafts[0];
}

/** Makes an assessment the one that pages open. */
export const chooseDraft = (id: string): Stored<void> => writeItem(currentKey, id);

/** Forgets an assessment or a text that was set aside. */
export const removeDraft = (id: string): Stored<void> => removeItem(draftPrefix + id);
export const removeAside = (key: string): Stored<void> => removeItem(key);

/** For two answers to one item, the one given later. */
const later = (a: Answer, b: Answer): Answer => ((a.at ?? '') > (b.at ?? '') ? a : b);

/**
 * Saves an assessment. Answers that another tab has saved meanwhile are kept: of two answers to one item, the later.
 * Returns what now stands in storage, or the browser's reason for refusing.
 */
export function saveDraft(draft: Draft, pack: PackIndex): Stored<Draft> {
  const stored = readItem(draftPrefix + draft.id);
  if (!stored.ok) return stored;
  const theirs = stored.value === null ? undefined : parseDraft(draft.id, stored.value, pack);
  const merged = new Map(draft.answers.answers.map((answer) => [answer.item, answer]));
  for (const answer of theirs?.ok ? theirs.draft.answers.answers : []) {
    const ours = merged.get(answer.item);
    merged.set(answer.item, ours ? later(answer, ours) : answer);
  }
  const saved: Draft = {
    ...draft,
    savedAt: now().toISOString(),
    answers: { ...draft.answers, answers: [...merged.values()] },
  };
  const written = writeItem(draftPrefix + draft.id, JSON.stringify({ ...saved.answers, savedAt: saved.savedAt }));
  if (!written.ok) return written;
  chooseDraft(draft.id);
  return { ok: true, value: saved };
}
