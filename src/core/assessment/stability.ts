import type { Constants } from '../model/pack-schema.ts';
import type { Slices } from '../model/slices.ts';
import { type RankingInput, unweightedMoves, weighMoves } from './moves.ts';
import { atLeast } from './score.ts';

/** Number of constants that `reweigh` varies. */
const dimensions = 11;

/**
 * The root of x^(d+1) = x + 1, with which the R sequence spreads points evenly in d dimensions.
 * Source: M. Roberts, "The unreasonable effectiveness of quasirandom sequences" (2018).
 */
function generalisedGolden(d: number): number {
  let root = 2;
  for (let step = 0; step < 64; step += 1) root = (1 + root) ** (1 / (d + 1));
  return root;
}
const golden = generalisedGolden(dimensions);
/** Step of the R sequence in each dimension. */
const steps = Array.from({ length: dimensions }, (_, index) => golden ** -(index + 1) % 1);

/** The factors of one re-weighting: deterministic, spread evenly between `from` and `to`. */
function reweightingFactors(index: number, { from, to }: Constants['stability']): number[] {
  return steps.map((step) => from + (to - from) * ((0.5 + step * (index + 1)) % 1));
}

/** Multiplies each constant of a move's priority by its factor. */
function reweigh(constants: Constants['moves'], factors: readonly number[]): Constants['moves'] {
  const scaled = (index: number, value: number) => value * (factors[index] ?? 1);
  const { grade, relief, effort } = constants;
  return {
    ...constants,
    grade: { A: scaled(0, grade.A), B: scaled(1, grade.B), C: scaled(2, grade.C) },
    relief: { step: scaled(3, relief.step), most: scaled(4, relief.most) },
    lift: scaled(5, constants.lift),
    safety: scaled(6, constants.safety),
    stakes: scaled(10, constants.stakes),
    effort: { S: scaled(7, effort.S), M: scaled(8, effort.M), L: scaled(9, effort.L) },
  };
}

type StabilityWord = Constants['stability']['words'][number]['word'];

/** How often a move stays among the headline moves: in a word, and in how many of `count` re-weightings. */
export interface Stability {
  word: StabilityWord;
  times: number;
  count: number;
}

/** Turns a share of re-weightings, 0 to 1, into a word of the pack and a count. */
export function stabilityOf(share: number, { count, words }: Constants['stability']): Stability {
  const word = words.findLast(({ from }) => atLeast(share, from))?.word ?? 'hardly-any';
  return { word, times: Math.round(share * count), count };
}

/** Number of re-weightings in a slice. */
export const reweightingsAtOnce = 64;

/**
 * How often each practice stays among the headline moves when the weights of the priority vary.
 * Returns shares 0 to 1 by practice; a practice without an entry never gets there.
 */
export function* firstThreeShares(situation: RankingInput): Slices<Map<string, number>> {
  const { moves, stability } = situation.pack.constants;
  // Only what ranking needs: the moves are copied with every re-weighting.
  const candidateMoves = unweightedMoves(situation).map(
    ({ item, inputs, move: { practice, gap, needs, neededBy } }) => ({
      item,
      inputs,
      move: { practice, gap, needs, neededBy },
    }),
  );
  const shares = new Map<string, number>();
  for (let index = 0; index < stability.count; index += 1) {
    const ranked = weighMoves(candidateMoves, reweigh(moves, reweightingFactors(index, stability)));
    for (const { practice } of ranked.slice(0, moves.headline)) {
      shares.set(practice, (shares.get(practice) ?? 0) + 1 / stability.count);
    }
    if (index % reweightingsAtOnce === reweightingsAtOnce - 1) yield;
  }
  return shares;
}
