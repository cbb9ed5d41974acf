import type { Answers } from '../answers/answers.ts';
import type { Depth } from '../model/ids.ts';
import { fnv1a, type Pack } from '../model/pack.ts';
import { type TeamRows, type TeamSource, teamRows } from './rows.ts';
import { suppressSmallCounts } from './suppress.ts';
import { type ItemSummary, type RollupCounts, Tally } from './tally.ts';

/** The answers of one team, and where they come from. */
export interface TeamAnswers {
  answers: Answers;
  source: TeamSource;
}

/** One team among others: its name, or none where names are kept out, and its three profiles. */
export interface ListedTeam extends Pick<TeamRows, 'profiles'> {
  /** The system's name; null where names are kept out. */
  name: string | null;
  /** Tells teams without a name apart: from 1, in an order that says nothing. Also set where there is a name. */
  number: number;
  date: string | null;
}

/** Everything that the page of many teams shows. Counts are of these teams and of no others. */
export interface Rollup extends RollupCounts {
  format: 'trivium-rollup';
  version: 1;
  pack: { id: string; version: string; fingerprint: string };
  depth: Depth;
  anonymous: boolean;
  /** Practices where teams hurt, most teams first; then by teams below their target, then by id. */
  sharedGaps: string[];
  /** The teams by name, or in an order that says nothing; null where rows of single teams are kept out. */
  list: ListedTeam[] | null;
}

/**
 * The practices that most teams share as a gap. A gap is one of the two lowest anchors (`unsafeLevel` of the pack): a
 * state that hurts whatever a team aims at. Counted in teams, since what a team does not know is no gap.
 */
function sharedGaps(items: readonly ItemSummary[]): string[] {
  return items
    .filter(({ below, hurting }) => below !== null && (hurting ?? 0) > 0)
    .toSorted(
      (a, b) => (b.hurting ?? 0) - (a.hurting ?? 0) || (b.below ?? 0) - (a.below ?? 0) || (a.item < b.item ? -1 : 1),
    )
    .map(({ item }) => item);
}

/** Makes the object from counts, without any row of a single team. */
export function rollUpCounts(summary: RollupCounts, pack: Pack, depth: Depth, anonymous: boolean): Rollup {
  const shown = anonymous ? suppressSmallCounts(summary) : summary;
  return {
    format: 'trivium-rollup',
    version: 1,
    pack: { id: pack.id, version: pack.version, fingerprint: pack.fingerprint },
    depth,
    anonymous,
    ...shown,
    sharedGaps: sharedGaps(shown.items),
    list: null,
  };
}

/** Names in the order of people, "Team 9" before "Team 10"; made once, as that takes longer than to compare. */
const names = new Intl.Collator('en', { numeric: true });
const byName = (a: ListedTeam, b: ListedTeam): number =>
  Number(!a.name) - Number(!b.name) ||
  names.compare(a.name ?? '', b.name ?? '') ||
  ((a.date ?? '') < (b.date ?? '') ? -1 : 1);

/**
 * Teams in an order that says nothing about them: neither their names nor the order of files can be read back from it.
 * The same files give the same order; another file more gives another one.
 */
function shuffle(rows: readonly TeamRows[]): TeamRows[] {
  const texts = rows.map(({ teams: [{ name, date }], profiles, answers }) =>
    JSON.stringify([name, date, profiles.map(({ point }) => point), answers.map(({ level }) => level)]),
  );
  const salt = fnv1a(texts.toSorted().join('\n'));
  return rows
    .map((row, at) => ({ row, key: fnv1a(`${salt}${texts[at]}${salt}`) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ row }) => row);
}

/**
 * Rolls up the answers of many teams. The same teams give the same object, in whatever order they come.
 * @param anonymous names are left out; numbers that fewer than three teams stand behind are left out of the counts
 */
export const rollUpTeams = (
  teams: readonly TeamAnswers[],
  pack: Pack,
  depth: Depth = 'full',
  anonymous = false,
): Rollup =>
  rollUpRows(
    teams.map(({ answers, source }, at) => teamRows(at + 1, source, answers, pack, depth)),
    pack,
    depth,
    anonymous,
  );

/** The same for the rows of teams, made for that depth. */
export function rollUpRows(rows: readonly TeamRows[], pack: Pack, depth: Depth, anonymous: boolean): Rollup {
  const tally = new Tally(pack, depth);
  for (const row of rows) tally.add(row);
  const list = shuffle(rows).map(
    ({ teams: [{ name, date }], profiles }, at): ListedTeam => ({
      name: anonymous ? null : name,
      number: at + 1,
      date: anonymous ? null : date,
      profiles: profiles.map((profile) => ({ ...profile, team: at + 1 })),
    }),
  );
  return { ...rollUpCounts(tally.counts(), pack, depth, anonymous), list: anonymous ? list : list.toSorted(byName) };
}
