import type { Answers } from './answers.ts';

/**
 * A text that two sets of answers share if they are the same: system, date, respondent and answers are equal; their order
 * does not count.
 */
export function fingerprintOf({ system, date, respondent, answers }: Answers): string {
  const sortedAnswers = answers.toSorted((a, b) => (a.item < b.item ? -1 : 1));
  return JSON.stringify([system, date, respondent, sortedAnswers]);
}
