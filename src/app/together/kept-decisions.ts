import type { Answers } from '../../core/answers/answers.ts';
import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import { fnv1a } from '../../core/model/hash-numbers.ts';
import { type Result, success } from '../../core/model/result.ts';
import { foldText } from '../../core/text/fold-text.ts';
import { nameOf } from '../../core/text/name-of.ts';
import { readItem, removeItem } from '../platform/browser.ts';
import { groupDecisionsKey } from '../platform/storage-keys.ts';
import { quarantineCopy, type StoredText, writeMakingRoom } from '../storage/stored-texts.ts';

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
export const keyOf = (people: People): string => `${groupDecisionsKey}:${JSON.stringify(systemsOf(people))}`;

function answerFrom(answer: unknown): KeptDecision['answer'] | undefined {
  if (answer === null) return answer;
  const { state, level } = (answer ?? {}) as { state?: unknown; level?: unknown };
  if (state === 'dk' || state === 'na') return { state };
  const isLevel = state === 'level' && Number.isInteger(level) && Number(level) >= 0 && Number(level) <= 4;
  return isLevel ? { state, level: Number(level) } : undefined;
}

/**
 * Reads a stored decision, and names the fields that cannot be read. If that is its answer, a note stays, as that of a
 * question without a decision.
 */
export function decisionFrom(value: unknown): { decision?: KeptDecision; lost: string[] } {
  const { item, answer, note = '', at = '' } = (value ?? {}) as Partial<Record<keyof KeptDecision, unknown>>;
  if (typeof item !== 'string') return { lost: ['item'] };
  const isTime = typeof at === 'string' && at < '9' && !Number.isNaN(Date.parse(at || '0'));
  const fields = {
    answer: answerFrom(answer),
    note: typeof note === 'string' ? note : undefined,
    at: isTime ? at : undefined,
  };
  const lost = Object.entries(fields).flatMap(([field, kept]) => (kept === undefined ? field : []));
  const decision = { item, answer: fields.answer ?? null, note: fields.note ?? '', at: fields.at ?? '' };
  return fields.answer === undefined && !fields.note ? { lost } : { decision, lost };
}

/** What a key holds, and its text if something in that cannot be read. */
function storedUnder(key: string): { systems?: unknown; decisions: KeptDecision[]; damaged?: string } {
  const storedItem = readItem(key);
  if (!storedItem.ok || storedItem.value === null) return { decisions: [] };
  const text = storedItem.value;
  try {
    const { systems, decisions }: { systems?: unknown; decisions: unknown[] } = JSON.parse(text);
    const results = decisions.map(decisionFrom);
    const isWhole = Array.isArray(systems) && results.every(({ lost }) => lost.length === 0);
    return {
      systems,
      decisions: results.flatMap(({ decision }) => decision ?? []),
      ...(isWhole ? {} : { damaged: text }),
    };
  } catch {
    return { decisions: [], damaged: text };
  }
}

/** What an earlier version kept about these people's systems, under the one key that it had. */
function formerDecisions(people: People): KeptDecision[] | undefined {
  const { systems, decisions } = storedUnder(groupDecisionsKey);
  return JSON.stringify(systems) === JSON.stringify(formerSystemsOf(people)) ? decisions : undefined;
}

/** The stored texts that cannot be read in full, and are about these people's systems, or do not say about which. */
export const damagedTexts = (people: People): StoredText[] =>
  [keyOf(people), groupDecisionsKey].flatMap((key) => {
    const { damaged, systems } = storedUnder(key);
    const isOthers = key === groupDecisionsKey && Array.isArray(systems) && !formerDecisions(people);
    return damaged === undefined || isOthers ? [] : [{ key, text: damaged }];
  });

/**
 * Copies what cannot be read in full, before anything overwrites it, and moves what is nobody's.
 * @returns the browser's reason for refusing, if it does
 */
function setDamagedAside(people: People): Result<never> | undefined {
  for (const { key, text } of damagedTexts(people)) {
    const copy = quarantineCopy(key, text);
    if (!copy.ok) return copy;
    if (key === groupDecisionsKey && !formerDecisions(people)) removeItem(key);
  }
  return undefined;
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
  mergeDecisions(formerDecisions(people) ?? [], storedUnder(keyOf(people)).decisions);

/** Whether storage says that nothing is kept about these people's systems. */
export function keepsNothing(people: People): boolean {
  const storedItem = readItem(keyOf(people));
  return storedItem.ok && storedItem.value === null && !formerDecisions(people);
}

/** The decisions that are newer than these. */
export function decidedSince(decisions: readonly KeptDecision[], earlier: readonly KeptDecision[]): KeptDecision[] {
  const earlierAt = new Map(earlier.map(({ item, at }) => [item, at]));
  return decisions.filter(({ item, at }) => at > (earlierAt.get(item) ?? ''));
}

/**
 * Keeps decisions about these people's systems beside what other tabs have kept. Call it under the storage lock.
 * @returns everything that is now kept, or the browser's reason for refusing
 */
export function keepDecisions(people: People, decisions: readonly KeptDecision[]): Result<KeptDecision[]> {
  const refusal = setDamagedAside(people);
  if (refusal) return refusal;
  const merged = mergeDecisions(keptDecisions(people), decisions);
  const text = JSON.stringify({ systems: systemsOf(people), decisions: merged });
  const writeResult = writeMakingRoom(keyOf(people), text);
  if (!writeResult.ok) return writeResult;
  if (formerDecisions(people)) removeItem(groupDecisionsKey);
  return success(merged);
}

/** Forgets decisions that an assessment now holds, but none that another tab has changed since. Call it under the lock. */
export function forgetDecisions(people: People, saved: readonly KeptDecision[]): void {
  if (setDamagedAside(people)) return; // what cannot be copied stays
  const rest = decidedSince(keptDecisions(people), saved).filter(({ answer }) => answer);
  if (formerDecisions(people)) removeItem(groupDecisionsKey);
  if (rest.length === 0) removeItem(keyOf(people));
  else writeMakingRoom(keyOf(people), JSON.stringify({ systems: systemsOf(people), decisions: rest }));
}
