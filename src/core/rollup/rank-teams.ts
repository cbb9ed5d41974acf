import type { VariableId } from '../model/ids.ts';
import type { ListedTeam } from './rollup.ts';
import type { VariableRow } from './rows.ts';

const pointOf = ({ profiles }: ListedTeam, variable: VariableId): number =>
  profiles.find((profile: VariableRow) => profile.variable === variable)?.point ?? -1;

/** Teams in the order of one score, highest first. Never the default: three scales of self-report make no league table. */
export const rankTeams = (list: readonly ListedTeam[], variable: VariableId): ListedTeam[] =>
  list.toSorted((a, b) => pointOf(b, variable) - pointOf(a, variable) || a.number - b.number);
