import type { VariableId } from '../model/ids.ts';
import type { ListedTeam } from './rollup.ts';

const pointOf = ({ profiles }: ListedTeam, variable: VariableId): number =>
  profiles.find((profile) => profile.variable === variable)?.point ?? -1;

/** Sorts teams by one score, highest first. Never the default: scales of self-report make no league table. */
export const rankTeams = (teams: readonly ListedTeam[], variable: VariableId): ListedTeam[] =>
  teams.toSorted((a, b) => pointOf(b, variable) - pointOf(a, variable) || a.number - b.number);
