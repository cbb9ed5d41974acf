import type { Answers } from '../../core/answers/answers.ts';
import { nextTime, stampChanges } from '../../core/answers/merge-drafts.ts';
import { now, toTimestamp } from '../platform/browser.ts';

/** Stamps the changes between two states with a time later than any in `known`, so that they win against all of it. */
export const stampNow = (before: Answers, after: Answers, known: Answers): Answers =>
  stampChanges(before, after, toTimestamp(nextTime(known, now().getTime())));
