import type { ItemSummary, RollupCounts, SignalSummary, VariableSummary } from './tally.ts';

/** A count that covers fewer teams than this says too much about one of them. */
export const minimumTeams = 3;

const emptySpread = { sum: null, median: null, min: null, max: null };

const suppressItem = (item: ItemSummary): ItemSummary =>
  item.known >= minimumTeams
    ? item
    : { ...item, ...emptySpread, levels: null, hurting: null, below: null, measured: null, shown: null };

const suppressVariable = (variable: VariableSummary): VariableSummary =>
  variable.scored >= minimumTeams ? variable : { ...variable, ...emptySpread, words: null, lowest: null };

/** Statuses that say nothing about a team's trouble. */
const silentStatuses = ['not-enough-known', 'does-not-apply'];

function suppressSignal(signal: SignalSummary): SignalSummary {
  const teamsWithReading = (signal.statuses ?? [])
    .filter(({ status }) => !silentStatuses.includes(status))
    .reduce((total, { teams }) => total + teams, 0);
  return teamsWithReading >= minimumTeams ? signal : { ...signal, statuses: null };
}

/**
 * Leaves out every count that covers fewer than three teams; if there are fewer than three teams in all, everything but
 * their number. Counts of unknown answers stay.
 */
export function suppressSmallCounts(counts: RollupCounts): RollupCounts {
  if (counts.teams < minimumTeams)
    return { ...counts, items: [], variables: [], signals: [], versions: [], rereading: 0 };
  return {
    ...counts,
    items: counts.items.map(suppressItem),
    variables: counts.variables.map(suppressVariable),
    signals: counts.signals.map(suppressSignal),
  };
}
