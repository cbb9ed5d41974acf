import type { ItemSummary, RollupCounts, SignalSummary, VariableSummary } from './tally.ts';

/** Below this many teams a number says too much about one of them. */
export const minimumTeams = 3;

const none = { sum: null, median: null, min: null, max: null };

const item = (each: ItemSummary): ItemSummary =>
  each.known >= minimumTeams ? each : { ...each, ...none, levels: null, hurting: null, below: null };

const variable = (each: VariableSummary): VariableSummary =>
  each.scored >= minimumTeams ? each : { ...each, ...none, words: null, lowest: null };

/** Statuses that say nothing about a team's trouble. */
const silent = ['not-enough-known', 'does-not-apply'];

function signal(each: SignalSummary): SignalSummary {
  const read = (each.statuses ?? [])
    .filter(({ status }) => !silent.includes(status))
    .reduce((total, { teams }) => total + teams, 0);
  return read >= minimumTeams ? each : { ...each, statuses: null };
}

/**
 * Leaves out every number that fewer than three teams stand behind; of fewer than three teams only how many they are.
 * Counts of unknown answers stay.
 */
export function suppressSmallCounts(summary: RollupCounts): RollupCounts {
  if (summary.teams < minimumTeams)
    return { ...summary, items: [], variables: [], signals: [], versions: [], rereading: 0 };
  return {
    ...summary,
    items: summary.items.map(item),
    variables: summary.variables.map(variable),
    signals: summary.signals.map(signal),
  };
}
