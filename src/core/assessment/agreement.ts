import type { Answers } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';

/** How far the people behind a group's assessment agree. */
export interface Agreement {
  people: number;
  /** Median distance between the lowest and the highest answer to a question, in levels; null if there is none. */
  median: number | null;
  /** Questions with answers at least `range` levels apart, largest distance times weight first; at most `shown`. */
  talkFirst: string[];
  /** Whether personal scores are ignored because the group's file was made with another version of the pack. */
  scoresDropped: boolean;
}

/** The median; with two middle values, their mean. Null if there are no values. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * Measures how far a group agrees; null if one person answered. Counts the questions for which several people gave a
 * level.
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
