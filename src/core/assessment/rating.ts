import { type AnswerMap, levelOf } from '../answers/answers.ts';
import type { Depth, VariableId } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';
import { atLeast, practicesOf, type Score, scoreVariable } from './score.ts';

/** The word for a V, and what qualifies it. */
export interface Rating {
  /** A word of the pack, `not-enough-known`, or `does-not-apply`. */
  word: string;
  /** The band crosses a cut, so the word might be another one. */
  leaning: boolean;
  /** Safety practices at an unsafe level: the word holds except for them. */
  except: string[];
}

/** The profile of one V. */
export interface VariableScore extends Score, Rating {
  id: VariableId;
  /** How many practices the depth asks, and the full set has. */
  asked: number;
  total: number;
}

/** The word of a value, by the highest cut it reaches. */
export function wordAt(value: number, cuts: Constants['word']['cuts']): string {
  return cuts.reduce((word, cut) => (atLeast(value, cut.from) ? cut.word : word), '');
}

/** Safety practices whose known level is unsafe. */
export function unsafePractices(items: readonly PackItem[], answers: AnswerMap, constants: Constants): string[] {
  return items
    .filter(
      ({ id, safety }) =>
        safety && (levelOf(answers, id) ?? constants.moves.unsafeLevel + 1) <= constants.moves.unsafeLevel,
    )
    .map(({ id }) => id);
}

/**
 * The word for a score: only where enough applies and enough is known, else `not-enough-known`.
 * @param asked number of practices that the depth asks of this V
 */
export function ratingOf(score: Score, asked: number, depth: Depth, constants: Constants): Omit<Rating, 'except'> {
  const { coverage, applicableShare, known, cuts } = constants.word;
  if (score.coverage === null) return { word: 'does-not-apply', leaning: false };
  const enough =
    atLeast(score.coverage, coverage) &&
    atLeast(score.applicable, applicableShare * asked) &&
    score.known >= known[depth];
  if (!enough || score.point === null || score.low === null || score.high === null) {
    return { word: 'not-enough-known', leaning: false };
  }
  return { word: wordAt(score.point, cuts), leaning: wordAt(score.low, cuts) !== wordAt(score.high, cuts) };
}

/** The word for the best state a V can be in. */
export const bestWord = (constants: Constants): string => constants.word.cuts.at(-1)?.word ?? '';

/** Scores the three Vs and puts each into a word. */
export function scoreVariables(answers: AnswerMap, pack: Pack, depth: Depth): VariableScore[] {
  return pack.variables.map(({ id }) => {
    const of = (each: Depth) => practicesOf(pack, each).filter(({ variable }) => variable === id);
    const items = of(depth);
    const score = scoreVariable(id, answers, pack, depth);
    const word = ratingOf(score, items.length, depth, pack.constants);
    return {
      id,
      ...score,
      ...word,
      except: word.word === bestWord(pack.constants) ? unsafePractices(items, answers, pack.constants) : [],
      asked: items.length,
      total: of('full').length,
    };
  });
}

/** Which Vs look lowest, if any do. */
export interface LowestVariables {
  ids: VariableId[];
  /** Its band lies below that of the highest V; otherwise it only leans that way. */
  firm: boolean;
}

/**
 * The Vs within `within` of the smallest point, if the largest is at least `gap` above it and their word is not the
 * best one. The three scales are not equated, so this is worded "looks lowest".
 */
export function lowestVariables(variables: readonly VariableScore[], constants: Constants): LowestVariables {
  const none = { ids: [], firm: false };
  const scored = variables.filter(
    (each): each is VariableScore & { point: number; low: number; high: number } => each.point !== null,
  );
  const byPoint = scored.toSorted((a, b) => a.point - b.point);
  const [smallest, largest] = [byPoint[0], byPoint.at(-1)];
  if (!smallest || !largest || !atLeast(largest.point - smallest.point, constants.lowest.gap)) return none;
  const lowest = scored.filter(
    (each) => atLeast(constants.lowest.within, each.point - smallest.point) && each.word !== bestWord(constants),
  );
  if (lowest.length === 0) return none;
  return { ids: lowest.map(({ id }) => id), firm: lowest.every(({ high }) => high < largest.low) };
}
