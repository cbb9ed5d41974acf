import { type AnswerMap, levelOf } from '../answers/answers.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';
import { atLeast, practicesOf, type Score, scoreVariable } from './score.ts';

/** The word for a V, and its qualifications. */
interface Rating {
  /** A word of the pack, `not-enough-known`, or `does-not-apply`. */
  word: string;
  /** Whether the band crosses a cut, so that the word might be a different one. */
  leaning: boolean;
  /** Safety practices at an unsafe level, for which the word does not hold. */
  except: string[];
}

/** The score of one V with its word. */
export interface VariableScore extends Score, Rating {
  id: VariableId;
  /** Number of practices of this V that the depth asks, and that the full assessment has. */
  asked: number;
  total: number;
}

/** The word for a value 0 to 1: that of the highest cut it reaches. */
export function wordAt(value: number, cuts: Constants['word']['cuts']): string {
  return cuts.reduce((word, cut) => (atLeast(value, cut.from) ? cut.word : word), '');
}

/**
 * Whether a level is known and so low that a safety practice counts as unsafe. High stakes raise the limit for moves, but
 * not for the word of a V, which depends on the answers alone.
 */
export const isUnsafeLevel = (level: number | null, isHighStakes: boolean, { moves }: Constants): boolean =>
  level !== null && level <= (isHighStakes ? moves.unsafeLevelHighStakes : moves.unsafeLevel);

/** Ids of the safety practices with a known, unsafe level. */
export function unsafePractices(items: readonly PackItem[], answers: AnswerMap, constants: Constants): string[] {
  const isUnsafe = ({ id, safety }: PackItem) => safety && isUnsafeLevel(levelOf(answers, id), false, constants);
  return items.filter(isUnsafe).map(({ id }) => id);
}

/**
 * Puts a score into a word; `not-enough-known` unless enough practices apply and enough of them are known.
 * @param askedCount number of practices of this V that the depth asks
 */
export function ratingOf(score: Score, askedCount: number, depth: Depth, constants: Constants): Omit<Rating, 'except'> {
  const { coverage, applicableShare, known, cuts } = constants.word;
  if (score.coverage === null) return { word: 'does-not-apply', leaning: false };
  const isEnoughKnown =
    atLeast(score.coverage, coverage) &&
    atLeast(score.applicable, applicableShare * askedCount) &&
    score.known >= known[depth];
  if (!isEnoughKnown || score.point === null || score.low === null || score.high === null) {
    return { word: 'not-enough-known', leaning: false };
  }
  return { word: wordAt(score.point, cuts), leaning: wordAt(score.low, cuts) !== wordAt(score.high, cuts) };
}

/** The word for the best state of a V. */
export const bestWord = (constants: Constants): string => constants.word.cuts.at(-1)?.word ?? '';
/** The word for the worst state of a V. */
export const worstWord = (constants: Constants): string => constants.word.cuts[0]?.word ?? '';

/** A score with enough known for a word. */
export type RatedVariable = VariableScore & { point: number; low: number; high: number };

/** The Vs that have a word, in the order of the pack. */
export function ratedVariables(variables: readonly VariableScore[], { word: { cuts } }: Constants): RatedVariable[] {
  return variables.filter((score): score is RatedVariable => cuts.some(({ word }) => word === score.word));
}

/**
 * How many more answers a V without a word needs to get one; null if so few of its practices apply that it never will.
 * @param depth the depth of the score
 */
export function answersNeeded(variable: VariableScore, depth: Depth, { word }: Constants): number | null {
  const { known, applicable, asked } = variable;
  const neededCount = Math.max(word.known[depth], Math.ceil(word.coverage * applicable));
  if (!atLeast(applicable, word.applicableShare * asked) || applicable < neededCount) return null;
  return Math.max(1, neededCount - known);
}

/** Widens a band to include the personal scores of a group. */
function withPersonalScores(score: Score, personal: { low: number; high: number } | undefined): Score {
  if (!personal || score.low === null || score.high === null) return score;
  return { ...score, low: Math.min(score.low, personal.low), high: Math.max(score.high, personal.high) };
}

/**
 * Scores the three Vs and puts each score into a word.
 * @param personal the lowest and the highest personal score in a V, if several people answered
 */
export function scoreVariables(
  answers: AnswerMap,
  pack: Pack,
  depth: Depth,
  personal: (variable: VariableId) => { low: number; high: number } | undefined = () => undefined,
): VariableScore[] {
  return pack.variables.map(({ id }) => {
    const practicesAt = (asked: Depth) => practicesOf(pack, asked).filter(({ variable }) => variable === id);
    const items = practicesAt(depth);
    const asked = items.filter(({ weight }) => weight > 0).length; // what has no weight is not missing either
    const score = withPersonalScores(scoreVariable(id, answers, pack, depth), personal(id));
    const rating = ratingOf(score, asked, depth, pack.constants);
    return {
      id,
      ...score,
      ...rating,
      except: rating.word === bestWord(pack.constants) ? unsafePractices(items, answers, pack.constants) : [],
      asked,
      total: practicesAt('full').length,
    };
  });
}

/** Whether every V has the worst word. */
export const areAllLow = (variables: readonly VariableScore[], constants: Constants): boolean =>
  variables.every(({ word }) => word === worstWord(constants));

/** The Vs that look lowest; none if no V stands out. */
export interface LowestVariables {
  ids: VariableId[];
  /**
   * Whether their bands lie entirely below that of the highest V; if not, the finding only leans that way. In a report,
   * never where one set of answers stands for many models.
   */
  firm: boolean;
}

/**
 * Finds the Vs that look lowest among those with a word: within `within` of the smallest point, provided that the largest
 * is at least `gap` above it and their word is not the best one. None if all three have the worst word: then all are low.
 * "Looks lowest" because the three scales are not equated. Source: design of the assessment, section 4.
 */
export function lowestVariables(variables: readonly VariableScore[], constants: Constants): LowestVariables {
  const none = { ids: [], firm: false };
  const rated = ratedVariables(variables, constants);
  const byPoint = rated.toSorted((a, b) => a.point - b.point);
  const [smallest, largest] = [byPoint[0], byPoint.at(-1)];
  if (!smallest || !largest || !atLeast(largest.point - smallest.point, constants.lowest.gap)) return none;
  if (areAllLow(variables, constants)) return none;
  const lowest = rated.filter(
    ({ point, word }) => atLeast(constants.lowest.within, point - smallest.point) && word !== bestWord(constants),
  );
  if (lowest.length === 0) return none;
  return { ids: lowest.map(({ id }) => id), firm: lowest.every(({ high }) => high < largest.low) };
}
