import { type Answers, parseAnswers } from '../../core/answers/answers.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { listKeys, newId, now, readItem, today } from '../platform/browser.ts';

/** One assessment as it is kept: one storage key each, in the file format, with when it was last saved. */
export interface Draft {
  id: string;
  answers: Answers;
  savedAt: string;
}

/** An assessment is kept under this and its id. */
export const draftPrefix = 'trivium:assessment:';

/** A new, empty assessment. */
export function emptyDraft(pack: PackOutline): Draft {
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
let parseStoredAnswers = parseAnswers;

/**
 * Fetches the rules that carry older answers over, if this browser keeps any that need them. Has to be waited for
 * before a shelf is opened: without the rules, an older assessment would be set aside.
 */
export async function loadMigrations(pack: PackOutline): Promise<void> {
  const keys = listKeys(draftPrefix);
  const isCurrent = (key: string): boolean => {
    const stored = readItem(key);
    if (!stored.ok || stored.value === null) return true;
    const read = parseDraft(key, stored.value, pack);
    return read.ok && read.value.answers.pack.version === pack.version;
  };
  if (keys.ok && !keys.value.every(isCurrent)) await acceptOlderVersions();
}

/** From now on answers to older versions of the pack are read as well, and carried over. */
export async function acceptOlderVersions(): Promise<void> {
  parseStoredAnswers = (await import('../../core/answers/migrate.ts')).openAnswers;
}

/** Reads one stored text or file; nothing that is not an assessment of this pack, or of an older version, gets through. */
export function parseDraft(id: string, text: string, pack: PackOutline): Result<Draft> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failure('It is not valid JSON.');
  }
  const parsed = parseStoredAnswers(data, pack);
  if (!parsed.ok) return parsed;
  const { savedAt, ...answers } = parsed.value;
  return success({
    id,
    answers: answers as Answers,
    savedAt: typeof savedAt === 'string' ? savedAt : now().toISOString(),
  });
}

/** A key with the text that stands there; nothing where there is none. */
export const storedText = (key: string): { key: string; text: string }[] => {
  const read = readItem(key);
  return read.ok && read.value !== null ? [{ key, text: read.value }] : [];
};
