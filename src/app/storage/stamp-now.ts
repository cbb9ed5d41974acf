import type { Answers } from '../../core/answers/answers.ts';
import { nextTime, stampChanges } from '../../core/answers/merge-drafts.ts';
import { now, toTimestamp } from '../platform/browser.ts';

/** Gives what changed between two states a time after every one in `known`, so that it wins against all of that. */
export const stampNow = (before: Answers, after: Answers, known: Answers): Answers =>
  stampChanges(before, after, toTimestamp(nextTime(known, now().getTime())));
