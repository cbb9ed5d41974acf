import type { Answers } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { VariableScore } from './rating.ts';

/** How far the people agree whose answers a group's assessment was made from. */
export interface Agreement {
  people: number;
  /** Median distance between the lowest and the highest answer to a question, in levels; null if none is known. */
  median: number | null;
  /** Questions to talk about first: answers at least `range` levels apart, widest first. */
  talkFirst: string[];
  /** Whether the group's file was made with another version of the pack, so that personal scores are not used. */
  scoresDropped: boolean;
}

/** The mean of the two middle values; null if there are none. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * Reads how far a group agrees; null if one person answered. Questions that several people answered count.
 * Source: design of the assessment, section 10.
 */
export function agreementOf({ answers, group }: Answers, pack: Pack): Agreement | null {
  if (!group || group.people < 2) return null;
  const { range, shown } = pack.constants.respondents;
  const spreads = answers.flatMap(({ item, spread }) =>
    spread && spread.n > 1 ? [{ item, distance: spread.max - spread.min }] : [],
  );
  const importance = ({ item, distance }: (typeof spreads)[number]) =>
    distance * Math.max(packIndex(pack).item(item)?.weight ?? 0, Number.EPSILON);
  return {
    people: group.people,
    median: medianOf(spreads.map(({ distance }) => distance)),
    talkFirst: spreads
      .filter(({ distance }) => distance >= range)
      .toSorted((a, b) => importance(b) - importance(a))
      .slice(0, shown)
      .map(({ item }) => item),
    scoresDropped: group.version !== pack.version,
  };
}

/** The lowest and the highest score of one person in a V, 0 to 1; undefined if none may be used. */
export function personalScores(
  { group }: Pick<Answers, 'group'>,
  variable: VariableScore['id'],
  { version }: Pack,
): { low: number; high: number } | undefined {
  return group?.version === version ? group.variables.find(({ id }) => id === variable) : undefined;
}
