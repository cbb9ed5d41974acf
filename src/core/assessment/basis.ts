import { type Answer, type AnswerMap, levelOf } from '../answers/answers.ts';
import type { PackItem } from '../model/pack.ts';

/** What an answer rests on beyond the team's word. */
export interface Proof {
  kind: 'shown' | 'measured';
  /** Whether the evidence is more than a year older than the assessment. */
  isOld: boolean;
}

/** What the known answers rest on. An answer without evidence counts as claimed. */
export interface Basis {
  /** Answers with a level: the sum of the next three. */
  known: number;
  measured: number;
  shown: number;
  claimed: number;
  /** Measured and shown answers whose evidence is more than a year older than the assessment. */
  old: number;
}

/** The same day a year earlier; both as year-month-day, which sorts as text. */
const yearBefore = (day: string): string => `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;

/**
 * What an answer rests on; null without a level or if it is only claimed.
 * @param date the day of the assessment, as 2026-11-20; without it, no evidence is called old
 */
export function proofOf(answer: Answer | undefined, date: string | undefined): Proof | null {
  if (answer?.state !== 'level' || !answer.evidence || answer.evidence.kind === 'claimed') return null;
  const { kind, date: seenOn } = answer.evidence;
  return { kind, isOld: date !== undefined && seenOn !== undefined && seenOn < yearBefore(date) };
}

/** Counts what the known answers to some questions rest on. */
export function basisOf(items: readonly Pick<PackItem, 'id'>[], answers: AnswerMap, date: string | undefined): Basis {
  const ids = items.map(({ id }) => id).filter((id) => levelOf(answers, id) !== null);
  const proofs = ids.flatMap((id) => proofOf(answers.get(id), date) ?? []);
  const measuredCount = proofs.filter(({ kind }) => kind === 'measured').length;
  return {
    known: ids.length,
    measured: measuredCount,
    shown: proofs.length - measuredCount,
    claimed: ids.length - proofs.length,
    old: proofs.filter(({ isOld }) => isOld).length,
  };
}
