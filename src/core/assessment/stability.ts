import type { Constants } from '../model/pack-schema.ts';
import { type Situation, unweightedMoves, weighMoves } from './moves.ts';
import { atLeast } from './score.ts';

/** Number of constants that are re-weighted below. */
const dimensions = 10;

/**
 * The root of x^(d+1) = x + 1, by which the R sequence spreads points evenly in d dimensions.
 * Source: M. Roberts, "The unreasonable effectiveness of quasirandom sequences" (2018).
 */
function generalisedGolden(d: number): number {
  let root = 2;
  for (let step = 0; step < 64; step += 1) root = (1 + root) ** (1 / (d + 1));
  return root;
}
const golden = generalisedGolden(dimensions);
const steps = Array.from({ length: dimensions }, (_, index) => golden ** -(index + 1) % 1);

/** The factors of one re-weighting: deterministic, evenly spread over `from` to `to`. */
export function reweightingFactors(index: number, { from, to }: Constants['stability']): number[] {
  return steps.map((step) => from + (to - from) * ((0.5 + step * (index + 1)) % 1));
}

/** The constants of the moves, each multiplied by its factor. */
function reweigh(constants: Constants['moves'], factors: readonly number[]): Constants['moves'] {
  const by = (index: number, value: number) => value * (factors[index] ?? 1);
  const { grade, relief, effort } = constants;
  return {
    ...constants,
    grade: { A: by(0, grade.A), B: by(1, grade.B), C: by(2, grade.C) },
    relief: { step: by(3, relief.step), most: by(4, relief.most) },
    lift: by(5, constants.lift),
    safety: by(6, constants.safety),
    effort: { S: by(7, effort.S), M: by(8, effort.M), L: by(9, effort.L) },
  };
}

export type StabilityWord = Constants['stability']['words'][number]['word'];

/** How often a move stays among the headline moves: in a word, and in how many of the re-weightings. */
export interface Stability {
  word: StabilityWord;
  times: number;
  count: number;
}

/** The word for a share of re-weightings, 0 to 1, by the cuts of the pack, and how many re-weightings that is. */
export function stabilityOf(share: number, { count, words }: Constants['stability']): Stability {
  const word = words.findLast(({ from }) => atLeast(share, from))?.word ?? 'hardly-any';
  return { word, times: Math.round(share * count), count };
}

/**
 * How often each practice stays among the headline moves when every constant of the priority is varied.
 * Returns shares 0 to 1 by practice; a practice that is missing never gets there.
 */
export function firstThreeShares(situation: Situation): Map<string, number> {
  const { moves, stability } = situation.pack.constants;
  const unweighed = unweightedMoves(situation);
  const shares = new Map<string, number>();
  for (let index = 0; index < stability.count; index += 1) {
    const ranked = weighMoves(unweighed, reweigh(moves, reweightingFactors(index, stability)));
    for (const { practice } of ranked.slice(0, moves.headline)) {
      shares.set(practice, (shares.get(practice) ?? 0) + 1 / stability.count);
    }
  }
  return shares;
}
