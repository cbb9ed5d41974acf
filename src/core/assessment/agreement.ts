import { type AnswerMap, type Answers, answerMap } from '../answers/answers.ts';
import type { Depth } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import { scoreVariables, type VariableScore } from './rating.ts';

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

/**
 * Scores the three Vs of an assessment. Where several people answered, a band includes their personal scores.
 * @param answersByItem the answers to score, if other than those of the assessment
 */
export const scoreAssessment = (
  answers: Answers,
  pack: Pack,
  depth: Depth,
  answersByItem: AnswerMap = answerMap(answers),
): VariableScore[] => scoreVariables(answersByItem, pack, depth, (id) => personalScores(answers, id, pack));

/** The lowest and the highest personal score in a V, 0 to 1; undefined if there are none that may be used. */
export function personalScores(
  { group }: Pick<Answers, 'group'>,
  variable: VariableScore['id'],
  { version }: Pack,
): { low: number; high: number } | undefined {
  return group?.version === version ? group.variables.find(({ id }) => id === variable) : undefined;
}
