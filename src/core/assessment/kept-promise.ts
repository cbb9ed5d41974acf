import type { Decision } from '../answers/answers.ts';
import type { PromiseOutcome } from './promises.ts';

/**
 * Whether a move has no decision because an earlier promise on its practice is kept: what the team now decides about it is
 * decided anew.
 */
export const followsKeptPromise = (
  { practice, decision }: { practice: string; decision: Decision | null },
  outcomes: readonly PromiseOutcome[],
): boolean =>
  decision === null && outcomes.some((promise) => promise.practice === practice && promise.status === 'done');
