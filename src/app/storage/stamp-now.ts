import type { Answers } from '../../core/answers/answers.ts';
import { nextTime, stampChanges } from '../../core/answers/merge-drafts.ts';
import { now, today, toTimestamp } from '../platform/browser.ts';

/** Stamps the changes between two states with a time later than any in `latest`, so that they win against all of it. */
export const stampNow = (before: Answers, after: Answers, latest: Answers): Answers =>
  stampChanges(before, after, toTimestamp(nextTime(latest, now().getTime())));

/** Dates a new assessment by its first change, unless that sets a date: its page may have been open for days. */
export const withFirstDay = (answers: Answers, { date }: Answers): Answers =>
  answers.date === date ? { ...answers, date: today() } : answers;
