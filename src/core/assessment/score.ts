import { type AnswerMap, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import type { Depth, StageId, VariableId } from '../model/ids.ts';
import { askedAt } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';

/** A score with its band, all 0 to 1, and how much stands behind it. Null means: there is no such number. */
export interface Score {
  /** Weighted mean of what is known; null below the coverage that a point needs. */
  point: number | null;
  /** The score if everything not known were at the bottom. */
  low: number | null;
  /** The score if everything not known were at the top. */
  high: number | null;
  /** Share of the applicable weight that is known. */
  coverage: number | null;
  known: number;
  applicable: number;
}

/** One thing that is scored: its weight, and a value 0 to 1, null where not known. */
export interface Term {
  weight: number;
  value: number | null;
}

/** Rounding in sums must not decide between two words, so cut points are met within this. */
const tolerance = 1e-9;
/** Whether `a` reaches `b`, up to rounding. */
export const atLeast = (a: number, b: number): boolean => a >= b - tolerance;

/** A value 0 to 1 as points 0 to 100, as it is shown: what ends on a half goes up, as by hand, whatever rounding in sums did. */
export const toPoints = (value: number): number => Math.round(value * 100 + tolerance);

/** The same as text. */
export const formatPoints = (value: number): string => String(toPoints(value));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Scores applicable terms: coverage = W(known) / W; point = weighted mean of the known, from `pointCoverage` on;
 * low and high take what is not known as 0 and as 1. No weight at all: every number is null.
 * Worked example: weights 1, 1, 1, 1 with values 1, .5, unknown, unknown: coverage .5, point .75, low .375, high .875.
 * Source: design of the assessment, section 4.
 */
export function scoreTerms(terms: readonly Term[], pointCoverage: number): Score {
  const known = terms.filter((term): term is { weight: number; value: number } => term.value !== null);
  const counts = { known: known.length, applicable: terms.length };
  const all = sum(terms.map(({ weight }) => weight));
  if (all === 0) return { point: null, low: null, high: null, coverage: null, ...counts };
  const knownWeight = sum(known.map(({ weight }) => weight));
  const reached = sum(known.map(({ weight, value }) => weight * value));
  const coverage = knownWeight / all;
  return {
    point: atLeast(coverage, pointCoverage) && knownWeight > 0 ? reached / knownWeight : null,
    low: reached / all,
    high: (reached + all - knownWeight) / all,
    coverage,
    ...counts,
  };
}

/** The practice items that a depth asks. */
export function practicesOf(pack: Pack, depth: Depth): PackItem[] {
  return pack.items.filter(({ kind }) => kind === 'practice').filter(askedAt(depth));
}

/** Scores a group of items; what does not apply is left out. */
export function scoreItems(items: readonly PackItem[], answers: AnswerMap, constants: Constants): Score {
  const terms = items
    .filter(({ id }) => stateOf(answers, id) !== 'na')
    .map(({ id, weight }): Term => {
      const level = levelOf(answers, id);
      return { weight, value: level === null ? null : level / topLevel };
    });
  return scoreTerms(terms, constants.pointCoverage);
}

/** Scores one V. A quick check asks a part of the practices, so its band is wider by a stated constant. */
export function scoreVariable(variable: VariableId, answers: AnswerMap, pack: Pack, depth: Depth): Score {
  const items = practicesOf(pack, depth).filter((item) => item.variable === variable);
  const score = scoreItems(items, answers, pack.constants);
  if (depth === 'full' || score.low === null || score.high === null) return score;
  const { quickBand } = pack.constants;
  return { ...score, low: Math.max(0, score.low - quickBand), high: Math.min(1, score.high + quickBand) };
}

/** One cell of the map of stages and Vs. */
export interface Cell extends Score {
  stage: StageId;
  variable: VariableId;
  /** How many practices this depth asks here; 0 means "not asked". */
  asked: number;
}

/** Scores every stage and V. A cell gives a point only from `cellKnown` known items up. */
export function scoreCells(answers: AnswerMap, pack: Pack, depth: Depth): Cell[] {
  const practices = practicesOf(pack, depth);
  return pack.stages.flatMap(({ id: stage }) =>
    pack.variables.map(({ id: variable }): Cell => {
      const items = practices.filter((item) => item.stage === stage && item.variable === variable);
      const score = scoreItems(items, answers, pack.constants);
      const point = score.known >= pack.constants.cellKnown ? score.point : null;
      return { stage, variable, asked: items.length, ...score, point };
    }),
  );
}
