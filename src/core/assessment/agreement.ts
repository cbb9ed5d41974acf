import type { AnswerMap, Answers } from '../answers/answers.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';

/** How far the people behind a group's assessment agree. */
export interface Agreement {
  people: number;
  /** Median distance between the lowest and the highest answer to a question, in levels; null if there is none. */
  median: number | null;
  /**
   * Questions with answers at least `range` levels apart, and those that only some find to apply; largest distance times
   * weight first; at most `shown`.
   */
  talkFirst: string[];
  /** Whether personal scores are ignored because the group's file was made with another version of the pack. */
  scoresDropped: boolean;
}

/** The median; with two middle values, their mean. Null if there are no values. */
function medianOf(values: readonly number[]): number | null {
  const ascending = values.toSorted((a, b) => a - b);
  const [low, high] = [ascending[Math.floor((ascending.length - 1) / 2)], ascending[Math.floor(ascending.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Whether on at least half of the questions with a level, not everybody gave one: then few answers can be compared. */
export function isLittleShared(answers: AnswerMap, people: number): boolean {
  const spreads = [...answers.values()].flatMap(({ spread }) => spread ?? []);
  const uneven = spreads.filter(({ n }) => n < people);
  return uneven.length > 0 && 2 * uneven.length >= spreads.length;
}

/**
 * Measures how far a group agrees; null if one person answered. Counts the questions for which several people gave a
 * level, or for which one person gave a level and another said that it does not apply.
 * Source: design of the assessment, section 10.
 */
export function agreementOf({ answers, group }: Answers, pack: Pack): Agreement | null {
  if (!group || group.people < 2) return null;
  const { range, shown, conflict } = pack.constants.respondents;
  const spreads = answers.flatMap(({ item, spread }) => {
    if (!spread || (spread.n === 1 && !spread.na)) return [];
    const distance = spread.max - spread.min;
    const isConflict = spread.na !== undefined;
    return [{ item, distance: isConflict ? Math.max(distance, conflict) : distance, isConflict }];
  });
  const importance = ({ item, distance }: (typeof spreads)[number]) =>
    distance * Math.max(packIndex(pack).item(item)?.weight ?? 0, Number.EPSILON);
  return {
    people: group.people,
    median: medianOf(spreads.map(({ distance }) => distance)),
    talkFirst: spreads
      .filter(({ distance, isConflict }) => isConflict || distance >= range)
      .toSorted((a, b) => importance(b) - importance(a))
      .slice(0, shown)
      .map(({ item }) => item),
    scoresDropped: group.version !== pack.version,
  };
}
