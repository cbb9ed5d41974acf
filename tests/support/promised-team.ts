import type { Answers, Decision } from '../../src/core/answers/answers.ts';
import { checkPromises, type PromiseOutcome } from '../../src/core/assessment/promises.ts';
import type { Brief } from './compact.ts';
import { smallTeam, teamPack } from './small-team.ts';

// In the small packs the target is level 3; a start reaches level 2, a deepening move level 4.

/** The day until when the team promises it. */
export const due = '2027-03-01';
/** The day on which it answers again. */
export const checkDay = '2027-04-01';
/** A promise about "runs". */
export const promise = (part: Partial<Decision> = {}): Decision => ({
  practice: 'runs',
  decision: 'do',
  owner: 'Ann',
  due,
  ...part,
});
/** The team when it promises. */
export const earlier = (
  runs: Brief[string] | undefined,
  decision: Partial<Decision> = {},
  part: Partial<Answers> = {},
) => smallTeam(runs === undefined ? {} : { runs }, { date: '2026-11-20', decisions: [promise(decision)], ...part });
/** The team on the day of the check. */
export const later = (runs: Brief[string] | undefined, part: Partial<Answers> = {}) =>
  smallTeam(runs === undefined ? {} : { runs }, { date: checkDay, decisions: [promise()], ...part });

/** The only outcome of a promise about "runs". */
export function outcome(before: Answers, now: Answers): PromiseOutcome {
  const [only, ...more] = checkPromises(before, now, teamPack);
  if (!only || more.length > 0) throw new Error('There is one promise.');
  return only;
}
/** What became of that promise. */
export const status = (before: Answers, now: Answers) => outcome(before, now).status;
