import type { Answers } from '../../core/answers/answers.ts';
import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import { fnv1a } from '../../core/model/hash-numbers.ts';
import { type Result, success } from '../../core/model/result.ts';
import { foldText } from '../../core/text/fold-text.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { readItem, removeItem } from '../platform/browser.ts';
import { groupDecisionsKey } from '../platform/storage-keys.ts';
import { writeMakingRoom } from '../storage/stored-texts.ts';

// Group decisions so far, kept in this browser until they are saved as an assessment. The answers of the people are not
// kept: their files belong to them.

/** A decision, or with no answer that it was taken back, and when. */
export interface KeptDecision extends Omit<GroupDecision, 'answer'> {
  answer: GroupDecision['answer'] | null;
  /** ISO 8601; empty if an earlier version kept it, which noted no time. */
  at: string;
}

/** What identifies a group: what its people's answers are about. */
export type People = readonly Pick<Answers, 'system' | 'answers'>[];

const checksumOf = ({ answers }: People[number]): string => fnv1a(JSON.stringify(answers)).toString(16);

/**
 * What several people's answers are about: the names of their systems, whatever their spelling. If no system has a name,
 * a checksum of each person's answers.
 */
export function systemsOf(people: People): string[] {
  const names = people.flatMap(({ system }) => (nameOf(system) ? foldText(system) : []));
  return [...new Set(names.length > 0 ? names : people.map(checksumOf))].toSorted();
}

/** The same, as earlier versions identified a group. */
const formerSystemsOf = (people: People): string[] =>
  [...new Set(people.map((person) => person.system.trim() || checksumOf(person)))].toSorted();

/** The key of the decisions about these systems. */
const keyOf = (people: People): string => `${groupDecisionsKey}:${JSON.stringify(systemsOf(people))}`;

/** A decision from storage, if it is one. */
function decisionFrom(value: unknown): KeptDecision[] {
  if (typeof value !== 'object' || value === null) return [];
  const { item, answer, note, at } = value as Partial<KeptDecision>;
  if (typeof item !== 'string') return [];
  const isTime = typeof at === 'string' && at < '9' && !Number.isNaN(Date.parse(at));
  const kept = { item, note: typeof note === 'string' ? note : '', at: isTime ? at : '' };
  if (answer === null) return [{ ...kept, answer }];
  const { state, level } = (answer ?? {}) as { state?: unknown; level?: unknown };
  if (state === 'dk' || state === 'na') return [{ ...kept, answer: { state } }];
  const isLevel = state === 'level' && Number.isInteger(level) && Number(level) >= 0 && Number(level) <= 4;
  return isLevel ? [{ ...kept, answer: { state, level: Number(level) } }] : [];
}

/** What a key holds; undefined if there is nothing that can be read. */
function storedUnder(key: string): { systems: unknown; decisions: KeptDecision[] } | undefined {
  const stored = readItem(key);
  if (!stored.ok || stored.value === null) return undefined;
  try {
    const { systems, decisions }: { systems?: unknown; decisions?: unknown } = JSON.parse(stored.value) ?? {};
    return Array.isArray(decisions) ? { systems, decisions: decisions.flatMap(decisionFrom) } : undefined;
  } catch {
    return undefined;
  }
}

/** What an earlier version kept about these people's systems, under the one key that it had. */
function formerDecisions(people: People): KeptDecision[] | undefined {
  const stored = storedUnder(groupDecisionsKey);
  return JSON.stringify(stored?.systems) === JSON.stringify(formerSystemsOf(people)) ? stored?.decisions : undefined;
}

/** Two lists as one, with the newer decision on each question. Their order does not count. */
export function mergeDecisions(a: readonly KeptDecision[], b: readonly KeptDecision[]): KeptDecision[] {
  const merged = new Map<string, KeptDecision>();
  const isNewer = (one: KeptDecision, other: KeptDecision) =>
    one.at === other.at ? JSON.stringify(one) > JSON.stringify(other) : one.at > other.at;
  for (const decision of [...a, ...b]) {
    const other = merged.get(decision.item);
    if (!other || isNewer(decision, other)) merged.set(decision.item, decision);
  }
  return [...merged.values()];
}

/** The decisions kept about these people's systems, one per question; none if nothing can be read. */
export const keptDecisions = (people: People): KeptDecision[] =>
  mergeDecisions(formerDecisions(people) ?? [], storedUnder(keyOf(people))?.decisions ?? []);

/**
 * Keeps decisions about these people's systems beside what other tabs have kept. Call it under the storage lock.
 * @returns everything that is now kept, or the browser's reason for refusing
 */
export function keepDecisions(people: People, decisions: readonly KeptDecision[]): Result<KeptDecision[]> {
  const merged = mergeDecisions(keptDecisions(people), decisions);
  const text = JSON.stringify({ systems: systemsOf(people), decisions: merged });
  const written = writeMakingRoom(keyOf(people), text);
  if (!written.ok) return written;
  if (formerDecisions(people)) removeItem(groupDecisionsKey);
  return success(merged);
}

/** Forgets decisions that an assessment now holds, but none that another tab has changed since. Call it under the lock. */
export function forgetDecisions(people: People, saved: readonly KeptDecision[]): void {
  const savedAt = new Map(saved.map(({ item, at }) => [item, at]));
  const rest = keptDecisions(people).filter(({ item, answer, at }) => answer && at > (savedAt.get(item) ?? ''));
  if (formerDecisions(people)) removeItem(groupDecisionsKey);
  if (rest.length === 0) removeItem(keyOf(people));
  else writeMakingRoom(keyOf(people), JSON.stringify({ systems: systemsOf(people), decisions: rest }));
}
