import { type Answer, type Answers, isNoted } from './answers.ts';

// Two copies of one assessment become one. Every part is a register: the later change of it wins, so that the order
// in which copies meet does not matter. (A state-based last-writer-wins map: Shapiro et al. 2011, "Conflict-free
// replicated data types".) Answers carry their time in `at`; for everything else the times stand in `times`, under
// the path of the part. A time without a value says that the part was taken away.

const noTime = Number.NEGATIVE_INFINITY;
/** The last moment that a Date holds, less room to count on from it. */
const lastMoment = 8.64e15 - 1e9;

/** The moment of an ISO 8601 time in milliseconds; before every other where it is no time. */
function timeOf(at: unknown): number {
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return time <= lastMoment ? time : noTime;
}

/** A value as a text that does not depend on the order of its keys; empty for undefined. */
function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted) ?? '';
}

/** One part of an assessment: its value, absent where it was taken away, and when it was changed. */
interface Part {
  value: unknown;
  at: string | undefined;
}
type Parts = Map<string, Part>;

const stateRank: Record<Answer['state'], number> = { unanswered: 0, dk: 1, na: 2, level: 3 };
const rankOf = (value: unknown): number => stateRank[(value as Answer | undefined)?.state ?? 'unanswered'] ?? 0;

/** Of two values of one part the later; of two equally late ones that which says more; never by chance. */
function later(a: Part, b: Part): Part {
  const [left, right] = [canonical(a.value), canonical(b.value)];
  const order =
    timeOf(a.at) - timeOf(b.at) ||
    rankOf(a.value) - rankOf(b.value) ||
    left.length - right.length ||
    (left === right ? ((a.at ?? '') < (b.at ?? '') ? -1 : 1) : left < right ? -1 : 1);
  return order < 0 ? b : a;
}

const nested = ['respondent', 'scope', 'context'];
/** Lists, and the field by which their entries are told apart. */
const lists: Readonly<Record<string, string>> = {
  answers: 'item',
  targets: 'item',
  decisions: 'practice',
  overrides: 'signal',
};

/** Takes an assessment apart. */
function partsOf(answers: Answers): Parts {
  const { times, ...rest } = answers;
  const known = typeof times === 'object' && times !== null ? Object.entries(times) : [];
  const at = new Map(known.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const parts: Parts = new Map([...at].map(([path, time]) => [path, { value: undefined, at: time }]));
  const put = (path: string, value: unknown) => parts.set(path, { value, at: at.get(path) });
  for (const [key, value] of Object.entries(rest)) {
    const id = Object.hasOwn(lists, key) ? lists[key] : undefined;
    if (id !== undefined) {
      for (const entry of value as object[]) {
        const path = `${key}.${Reflect.get(entry, id)}`;
        if (key === 'answers') parts.set(path, { value: entry, at: (entry as Answer).at });
        else put(path, entry);
      }
    } else if (nested.includes(key)) {
      for (const [inner, each] of Object.entries(value ?? {})) put(`${key}.${inner}`, each);
    } else put(key, value);
  }
  return parts;
}

/** Puts an assessment together; lists are in the order of their ids. */
function wholeOf(parts: Parts): Answers {
  const top: [string, unknown][] = [];
  const times: [string, string][] = [];
  const groups = new Map<string, [string, unknown][]>([...Object.keys(lists), 'context'].map((key) => [key, []]));
  for (const [path, { value, at }] of [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [, group = '', key = ''] = /^(\w+)\.(.*)$/s.exec(path) ?? [];
    if (group !== 'answers' && at !== undefined) times.push([path, at]);
    if (value === undefined) continue;
    if (Object.hasOwn(lists, group) || nested.includes(group)) {
      groups.set(group, [...(groups.get(group) ?? []), [key, value]]);
    } else top.push([path, value]);
  }
  const grouped = [...groups].map(([key, entries]) => [
    key,
    Object.hasOwn(lists, key) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries),
  ]);
  return Object.fromEntries([...top, ...grouped, ...(times.length > 0 ? [['times', Object.fromEntries(times)]] : [])]);
}

/**
 * Merges two copies of one assessment: of each answer, each field and each entry the later one, by the times that they
 * carry. Commutative, associative and idempotent; what stands in one copy only stays. An answer that was cleared is
 * `unanswered` with its time, and stays so against an earlier one.
 */
export function mergeDrafts(a: Answers, b: Answers): Answers {
  const merged = partsOf(a);
  for (const [path, part] of partsOf(b)) {
    const ours = merged.get(path);
    merged.set(path, ours ? later(ours, part) : part);
  }
  return wholeOf(merged);
}

/**
 * The time for a change, in milliseconds: the clock's, or one millisecond after the latest time in the assessment where
 * the clock is behind it. So the newest change is also the latest, whatever the clocks of two tabs say.
 */
export function nextTime(answers: Answers, clock: number): number {
  return Math.max(clock, ...[...partsOf(answers).values()].map(({ at }) => timeOf(at) + 1));
}

/**
 * Marks what differs between two states of one assessment as changed at a time. What is missing afterwards is marked as
 * taken away, an answer as `unanswered`, so that no other copy brings it back.
 */
export function stampChanges(before: Answers, after: Answers, at: string): Answers {
  const [old, parts] = [partsOf(before), partsOf(after)];
  for (const [path, { value }] of old) {
    if (value === undefined || parts.get(path)?.value !== undefined) continue;
    const { item, rev } = value as Answer;
    parts.set(path, { value: path.startsWith('answers.') ? { item, rev, state: 'unanswered' } : undefined, at });
  }
  for (const [path, { value }] of parts) {
    const ours = old.get(path);
    const answer = path.startsWith('answers.');
    const same = answer
      ? ours !== undefined && sameAnswer(ours.value as Answer, value as Answer)
      : canonical(ours?.value) === canonical(value);
    if (same) parts.set(path, ours ?? { value, at: undefined });
    else parts.set(path, { value: answer ? { ...(value as Answer), at } : value, at });
  }
  return wholeOf(parts);
}

/** Whether two copies of one assessment are the same, times included; the order of lists and keys does not count. */
export const sameDraft = (a: Answers, b: Answers): boolean =>
  canonical(mergeDrafts(a, a)) === canonical(mergeDrafts(b, b));

/**
 * Whether two answers say the same, whenever they were given. No answer and `unanswered` say the same, unless something
 * was noted beside it.
 */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  const said = (answer: Answer | undefined) => {
    if (!answer || (answer.state === 'unanswered' && !isNoted(answer))) return '';
    const { at: _, rev: __, ...rest } = answer;
    return canonical(rest);
  };
  return said(a) === said(b);
}
