import { language } from '#messages/language.ts';
import type { Answers } from '../answers/answers.ts';
import { fnv1a } from '../model/hash-numbers.ts';
import type { Depth } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import type { TeamRows, TeamSource } from './rows.ts';
import { suppressSmallCounts } from './suppress.ts';
import { type ItemSummary, type RollupCounts, Tally } from './tally.ts';

/** The answers of one team and their source. */
export interface TeamAnswers {
  answers: Answers;
  source: TeamSource;
}

/** One team in the list of teams, with its three profiles. */
export interface ListedTeam extends Pick<TeamRows, 'profiles'> {
  /** The system's name; null if the roll-up is anonymous. */
  name: string | null;
  /** Tells teams without names apart: from 1, in an order that reveals nothing. Set for every team. */
  number: number;
  date: string | null;
}

/** Everything that the page of many teams shows. Counts cover these teams only. */
export interface Rollup extends RollupCounts {
  format: 'trivium-rollup';
  version: 1;
  pack: { id: string; version: string; fingerprint: string };
  depth: Depth;
  anonymous: boolean;
  /** Practices at a level that hurts, by number of teams; then by teams below their target, then by id. */
  sharedGaps: string[];
  /** The teams by name, or in an order that reveals nothing; null if single teams are not listed. */
  list: ListedTeam[] | null;
}

/**
 * The gaps that most teams share. A gap is one of the lowest anchors (up to the pack's `unsafeLevel`), which hurts
 * whatever a team aims at. Counted in teams, since an unknown level is no gap.
 */
function sharedGaps(items: readonly ItemSummary[]): string[] {
  return items
    .filter(({ below, hurting }) => below !== null && (hurting ?? 0) > 0)
    .toSorted(
      (a, b) => (b.hurting ?? 0) - (a.hurting ?? 0) || (b.below ?? 0) - (a.below ?? 0) || (a.item < b.item ? -1 : 1),
    )
    .map(({ item }) => item);
}

/** Builds the roll-up from counts, without listing single teams. */
export function rollUpCounts(counts: RollupCounts, pack: Pack, depth: Depth, anonymous: boolean): Rollup {
  const publicCounts = anonymous ? suppressSmallCounts(counts) : counts;
  return {
    format: 'trivium-rollup',
    version: 1,
    pack: { id: pack.id, version: pack.version, fingerprint: pack.fingerprint },
    depth,
    anonymous,
    ...publicCounts,
    sharedGaps: sharedGaps(publicCounts.items),
    list: null,
  };
}

/** Sorts "Team 9" before "Team 10". Shared, since creating a collator costs more than a comparison. */
const nameCollator = new Intl.Collator(language, { numeric: true });
const byName = (a: ListedTeam, b: ListedTeam): number =>
  Number(!a.name) - Number(!b.name) ||
  nameCollator.compare(a.name ?? '', b.name ?? '') ||
  ((a.date ?? '') < (b.date ?? '') ? -1 : 1);

/**
 * Shuffles teams into an order that reveals neither their names nor the order of files. The same teams always give
 * the same order; one more team gives a different one.
 */
function shuffle(rows: readonly TeamRows[]): TeamRows[] {
  const texts = rows.map(({ teams: [{ name, date }], profiles, answers }) =>
    JSON.stringify([name, date, profiles.map(({ point }) => point), answers.map(({ level }) => level)]),
  );
  const salt = fnv1a(texts.toSorted().join('\n'));
  return rows
    .map((row, index) => ({ row, key: fnv1a(`${salt}${texts[index]}${salt}`) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ row }) => row);
}

/**
 * Rolls up rows of teams that were made for this depth. The same teams give the same object, in any order.
 * @param anonymous leaves out names, and counts that cover fewer than three teams
 */
export function rollUpRows(rows: readonly TeamRows[], pack: Pack, depth: Depth, anonymous: boolean): Rollup {
  const tally = new Tally(pack, depth);
  for (const row of rows) tally.add(row);
  const list = shuffle(rows).map(
    ({ teams: [{ name, date }], profiles }, index): ListedTeam => ({
      name: anonymous ? null : name,
      number: index + 1,
      date: anonymous ? null : date,
      profiles: profiles.map((profile) => ({ ...profile, team: index + 1 })),
    }),
  );
  return { ...rollUpCounts(tally.counts(), pack, depth, anonymous), list: anonymous ? list : list.toSorted(byName) };
}
