import type { Basis } from '../assessment/basis.ts';
import type { RollupCounts } from './tally.ts';

/** What the known answers of all teams rest on; without the questions whose counts are left out. */
export function basisOfTeams({ items }: Pick<RollupCounts, 'items'>): Omit<Basis, 'old'> {
  const sums = { known: 0, measured: 0, shown: 0, claimed: 0 };
  for (const { known, measured, shown } of items) {
    if (measured === null || shown === null) continue;
    sums.known += known;
    sums.measured += measured;
    sums.shown += shown;
    sums.claimed += known - measured - shown;
  }
  return sums;
}
