import type { Answers } from '../../core/answers/answers.ts';
import { fieldLimits } from '../../core/answers/limits.ts';
import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import { fnv1a } from '../../core/model/hash-numbers.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import type { Result } from '../../core/model/result.ts';
import { readItem, removeItem, writeItem } from '../platform/browser.ts';
import { groupDecisionsKey } from '../platform/storage-keys.ts';

// Group decisions so far, kept in this browser until they are saved as an assessment. The answers of the people are not
// kept: their files belong to them.

/**
 * What several people's answers are about, which identifies the decisions kept for them: the names of their systems,
 * or, where a system has none, a checksum of the answers.
 */
export function systemsOf(people: readonly Pick<Answers, 'system' | 'answers'>[]): string[] {
  const names = people.map(({ system, answers }) => system.trim() || fnv1a(JSON.stringify(answers)).toString(16));
  return [...new Set(names)].toSorted();
}

/** A decision from storage if it concerns a question of this pack, with its note cut to the limit of a field. */
function decisionFrom(value: unknown, pack: Pick<PackOutline, 'items'>): GroupDecision[] {
  if (typeof value !== 'object' || value === null) return [];
  const { item, answer, note } = value as Partial<GroupDecision>;
  const { state, level } = (answer ?? {}) as { state?: unknown; level?: unknown };
  if (!pack.items.some(({ id }) => id === item) || item === undefined) return [];
  const kept = { item, note: typeof note === 'string' ? note.slice(0, fieldLimits.text) : '' };
  if (state === 'dk' || state === 'na') return [{ ...kept, answer: { state } }];
  const isLevel = state === 'level' && Number.isInteger(level) && Number(level) >= 0 && Number(level) <= 4;
  return isLevel ? [{ ...kept, answer: { state, level: Number(level) } }] : [];
}

/** The decisions kept for these systems, one per question; none if they concern other systems or cannot be read. */
export function keptDecisions(systems: readonly string[], pack: Pick<PackOutline, 'items'>): GroupDecision[] {
  const stored = readItem(groupDecisionsKey);
  if (!stored.ok || stored.value === null) return [];
  try {
    const kept: { systems?: unknown; decisions?: unknown } = JSON.parse(stored.value) ?? {};
    if (JSON.stringify(kept.systems) !== JSON.stringify(systems) || !Array.isArray(kept.decisions)) return [];
    const decisions = kept.decisions.flatMap((value) => decisionFrom(value, pack));
    return [...new Map(decisions.map((decision) => [decision.item, decision])).values()];
  } catch {
    return [];
  }
}

/** Keeps the decisions about these systems and drops earlier ones. Fails with the browser's reason for refusing. */
export const keepDecisions = (systems: readonly string[], decisions: readonly GroupDecision[]): Result<void> =>
  decisions.length === 0 ? forgetDecisions() : writeItem(groupDecisionsKey, JSON.stringify({ systems, decisions }));

/** Forgets the decisions once an assessment holds them. */
export const forgetDecisions = (): Result<void> => removeItem(groupDecisionsKey);
