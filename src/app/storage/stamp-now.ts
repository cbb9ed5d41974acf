import type { Answers } from '../../core/answers/answers.ts';
import { nextTime, stampChanges } from '../../core/answers/merge-drafts.ts';
import { now, toTimestamp } from '../platform/browser.ts';

/** Stamps the changes between two states with a time later than any in `latest`, so that they win against all of it. */
export const stampNow = (before: Answers, after: Answers, latest: Answers): Answers =>
  stampChanges(before, after, toTimestamp(nextTime(latest, now().getTime())));
