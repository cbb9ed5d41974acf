import { isObject } from '../model/is-object.ts';
import { type Answer, type Answers, isNoted } from './answers.ts';

// Merges two copies of one assessment. Every part is a register and its later change wins, so the order in which copies
// meet does not matter. (A state-based last-writer-wins map: Shapiro et al. 2011, "Conflict-free replicated data types".)
// An answer carries its time in `at`. The times of all other parts are in `times`, by the path of the part. A time
// without a value marks a part as removed.

const noTime = Number.NEGATIVE_INFINITY;
/** The latest moment that a Date can hold, minus some room to count up from it. */
const lastMoment = 8.64e15 - 1e9;

/** An ISO 8601 time in milliseconds; before every other time if it is not one. */
function timeOf(at: unknown): number {
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return time <= lastMoment ? time : noTime;
}

/** A value as text, independent of the order of its keys; empty for undefined. */
export function canonical(value: unknown): string {
  const sortKeys = (_: string, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part;
  return JSON.stringify(value, sortKeys) ?? '';
}

/** One part of an assessment: its value (undefined if it was removed) and the time of its last change. */
interface Part {
  value: unknown;
  at: string | undefined;
}
type Parts = Map<string, Part>;

const stateRank: Record<Answer['state'], number> = { unanswered: 0, dk: 1, na: 2, level: 3 };
const rankOf = (value: unknown): number => stateRank[(value as Answer | undefined)?.state ?? 'unanswered'] ?? 0;

/** Picks the newer of two values of a part; on a tie, the more informative one. Their order does not matter. */
function later(a: Part, b: Part): Part {
  const [aText, bText] = [canonical(a.value), canonical(b.value)];
  const order =
    timeOf(a.at) - timeOf(b.at) ||
    rankOf(a.value) - rankOf(b.value) ||
    aText.length - bText.length ||
    (aText === bText ? ((a.at ?? '') < (b.at ?? '') ? -1 : 1) : aText < bText ? -1 : 1);
  return order < 0 ? b : a;
}

/** Fields whose inner fields are parts of their own. */
const nestedFields = ['respondent', 'scope', 'context'];
/** Lists, with the field that identifies their entries. */
const listIds: Readonly<Record<string, string>> = {
  answers: 'item',
  targets: 'item',
  decisions: 'practice',
  overrides: 'signal',
};
const isList = (key: string): boolean => Object.hasOwn(listIds, key);

/** The times of parts that are not answers, by path. */
function timesByPath({ times }: Answers): Map<string, string> {
  const entries = typeof times === 'object' && times !== null ? Object.entries(times) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The paths of one field of an assessment, each with its value: entries of a list, inner fields, or the field itself. */
function pathsOf(key: string, value: unknown): [path: string, value: unknown][] {
  if (isList(key)) {
    const idField = listIds[key] ?? '';
    return (value as object[]).map((entry) => [`${key}.${Reflect.get(entry, idField)}`, entry]);
  }
  if (!nestedFields.includes(key)) return [[key, value]];
  return Object.entries(value ?? {}).map(([innerKey, innerValue]) => [`${key}.${innerKey}`, innerValue]);
}

/** Splits an assessment into its parts. */
function partsOf(answers: Answers): Parts {
  const { times: _, ...fields } = answers;
  const times = timesByPath(answers);
  const parts: Parts = new Map([...times].map(([path, at]) => [path, { value: undefined, at }]));
  for (const [key, field] of Object.entries(fields))
    for (const [path, value] of pathsOf(key, field))
      parts.set(path, { value, at: key === 'answers' ? (value as Answer).at : times.get(path) });
  return parts;
}

/** Joins parts into an assessment; lists are in the order of their ids. */
function joinParts(parts: Parts): Answers {
  const fields: [string, unknown][] = [];
  const times: [string, string][] = [];
  const groups = new Map<string, [string, unknown][]>([...Object.keys(listIds), 'context'].map((key) => [key, []]));
  for (const [path, { value, at }] of [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [, group = '', key = ''] = /^(\w+)\.(.*)$/s.exec(path) ?? [];
    if (group !== 'answers' && at !== undefined) times.push([path, at]);
    if (value === undefined) continue;
    if (isList(group) || nestedFields.includes(group)) {
      groups.set(group, [...(groups.get(group) ?? []), [key, value]]);
    } else fields.push([path, value]);
  }
  const groupFields = [...groups].map(([key, entries]) => [
    key,
    isList(key) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries),
  ]);
  const timeFields = times.length > 0 ? [['times', Object.fromEntries(times)]] : [];
  return Object.fromEntries([...fields, ...groupFields, ...timeFields]);
}

/**
 * Merges two copies of one assessment: for each answer, field and list entry, the newer one by its time. Commutative,
 * associative and idempotent; what only one copy has stays. A cleared answer is `unanswered` with its time, so an older
 * answer cannot bring it back.
 */
export function mergeDrafts(a: Answers, b: Answers): Answers {
  const merged = partsOf(a);
  for (const [path, part] of partsOf(b)) {
    const mergedPart = merged.get(path);
    merged.set(path, mergedPart ? later(mergedPart, part) : part);
  }
  return joinParts(merged);
}

/**
 * The time to give a change, in milliseconds: the clock's, or one millisecond after the latest time in the assessment if
 * the clock is behind it. So the newest change always wins, even if the clocks of two tabs differ.
 */
export function nextTime(answers: Answers, clock: number): number {
  return Math.max(clock, ...[...partsOf(answers).values()].map(({ at }) => timeOf(at) + 1));
}

/** Adds to the parts after a change those that it removed, without a value; a removed answer becomes `unanswered`. */
function markRemoved(before: Parts, after: Parts, at: string): void {
  for (const [path, { value }] of before) {
    if (value === undefined || after.get(path)?.value !== undefined) continue;
    const { item, rev } = value as Answer;
    after.set(path, { value: path.startsWith('answers.') ? { item, rev, state: 'unanswered' } : undefined, at });
  }
}

/**
 * Gives every part that differs between two states of one assessment the time of the change. Removed parts are marked as
 * removed, and answers as `unanswered`, so that no other copy brings them back. An unchanged part keeps the later of
 * its two times: it may have been changed and changed back in between.
 */
export function stampChanges(before: Answers, after: Answers, at: string): Answers {
  const [oldParts, parts] = [partsOf(before), partsOf(after)];
  markRemoved(oldParts, parts, at);
  for (const [path, part] of parts) {
    const { value } = part;
    const oldPart = oldParts.get(path);
    const isAnswer = path.startsWith('answers.');
    const isUnchanged = isAnswer
      ? oldPart !== undefined && sameAnswer(oldPart.value as Answer, value as Answer)
      : canonical(oldPart?.value) === canonical(value);
    const isLater = oldPart !== undefined && timeOf(part.at) > timeOf(oldPart.at);
    if (isUnchanged) parts.set(path, isLater ? part : (oldPart ?? { value, at: undefined }));
    else parts.set(path, { value: isAnswer ? { ...(value as Answer), at } : value, at });
  }
  return joinParts(parts);
}

/** Whether two copies of one assessment are the same, times included; the order of lists and keys does not count. */
export const sameDraft = (a: Answers, b: Answers): boolean =>
  canonical(mergeDrafts(a, a)) === canonical(mergeDrafts(b, b));

/** What an answer says as text, without its time and revision; empty if it says nothing. */
function contentOf(answer: Answer | undefined): string {
  if (!answer || (answer.state === 'unanswered' && !isNoted(answer))) return '';
  const { at: _, rev: __, ...content } = answer;
  return canonical(content);
}

/** Whether two answers say the same, ignoring their times. `unanswered` without a note equals no answer at all. */
export const sameAnswer = (a: Answer | undefined, b: Answer | undefined): boolean => contentOf(a) === contentOf(b);
