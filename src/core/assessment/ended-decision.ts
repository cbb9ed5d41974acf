import type { Decision } from '../answers/answers.ts';
import { nameOf } from '../text/name-of.ts';
import type { PromiseOutcome } from './promises.ts';

/**
 * Whether a decision was carried over from an earlier assessment and has ended, since its goal is reached: the next move
 * on the same practice is another one, on which nobody has decided yet.
 */
export const isEnded = (
  { practice, decision, owner, due, renewed }: Decision,
  outcomes: readonly PromiseOutcome[],
): boolean =>
  decision === 'do' &&
  !renewed &&
  outcomes.some(
    (promise) =>
      promise.status === 'done' &&
      promise.practice === practice &&
      nameOf(promise.owner) === nameOf(owner) &&
      promise.due === (due ?? null),
  );
