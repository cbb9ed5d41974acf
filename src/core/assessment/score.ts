import { type AnswerMap, levelOf, stateOf, topLevel } from '../answers/answers.ts';
import { sum } from '../model/arithmetic.ts';
import type { Depth, StageId, VariableId } from '../model/ids.ts';
import { askedAt } from '../model/ids.ts';
import type { Pack, PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';
import { roundTo } from '../text/numbers.ts';

/** A score with its band, 0 to 1, and how much is known. Null means that there is no number. */
export interface Score {
  /** Weighted mean of what is known; null below the coverage that a score needs. */
  point: number | null;
  /** The score if everything unknown were at the bottom; lower if the wobble, or a person of a group, goes below. */
  low: number | null;
  /** The score if everything unknown were at the top; higher if the wobble, or a person of a group, goes above. */
  high: number | null;
  /** Known share of the applicable weight. */
  coverage: number | null;
  /** Number of items with a level. */
  known: number;
  /** Number of items that apply. */
  applicable: number;
}

/** One term of a score: its weight and its value, 0 to 1, or null if not known. */
interface Term {
  weight: number;
  value: number | null;
}

/** Comparisons allow for this much, so that rounding in sums never decides between two words. */
const tolerance = 1e-9;
/** Whether `a` reaches `b`, up to rounding. */
export const atLeast = (a: number, b: number): boolean => a >= b - tolerance;

/** Converts a value 0 to 1 to whole points 0 to 100. Halves round up despite floating-point noise: 0.575 gives 58. */
export const toPoints = (value: number): number => roundTo(value * 100, 0);

/** Writes a value 0 to 1 as points 0 to 100, without decimals. */
export const formatPoints = (value: number): string => String(toPoints(value));

/**
 * Scores applicable terms: coverage = W(known) / W; point = weighted mean of the known terms if coverage reaches
 * `pointCoverage`; low and high count unknown terms as 0 and as 1. Without any weight, every number is null.
 * Worked example: weights 1, 1, 1, 1 with values 1, .5, unknown, unknown: coverage .5, point .75, low .375, high .875.
 * Source: design of the assessment, section 4.
 */
export function scoreTerms(terms: readonly Term[], pointCoverage: number): Score {
  const knownTerms = terms.filter((term): term is { weight: number; value: number } => term.value !== null);
  const counts = { known: knownTerms.length, applicable: terms.length };
  const totalWeight = sum(terms.map(({ weight }) => weight));
  if (totalWeight === 0) return { point: null, low: null, high: null, coverage: null, ...counts };
  const knownWeight = sum(knownTerms.map(({ weight }) => weight));
  const reached = sum(knownTerms.map(({ weight, value }) => weight * value));
  const coverage = knownWeight / totalWeight;
  return {
    point: atLeast(coverage, pointCoverage) && knownWeight > 0 ? reached / knownWeight : null,
    low: reached / totalWeight,
    high: (reached + totalWeight - knownWeight) / totalWeight,
    coverage,
    ...counts,
  };
}

/** The practices that a depth asks. */
export function practicesOf(pack: Pack, depth: Depth): PackItem[] {
  return pack.items.filter(({ kind }) => kind === 'practice').filter(askedAt(depth));
}

/**
 * The wobble: how far a score may move because each known answer may be off by an anchor. It is `wobble / sqrt(known)`,
 * in a quick check at least `quickBand`, and 0 without a point. Source: design of the assessment, section 4.
 */
export function wobbleOf({ point, known }: Score, depth: Depth, { wobble, quickBand }: Constants): number {
  if (point === null) return 0;
  const ownWobble = wobble / Math.sqrt(known);
  return depth === 'quick' ? Math.max(quickBand, ownWobble) : ownWobble;
}

/** Widens the band of a score by `wobbleOf`, within 0 to 1. */
export function withWobble(score: Score, depth: Depth, constants: Constants): Score {
  const { point, low, high } = score;
  if (point === null || low === null || high === null) return score;
  const wobble = wobbleOf(score, depth, constants);
  return {
    ...score,
    low: Math.min(low, Math.max(0, point - wobble)),
    high: Math.max(high, Math.min(1, point + wobble)),
  };
}

/** Scores the items that apply and have weight. The band covers only what is not known. */
export function scoreItems(items: readonly PackItem[], answers: AnswerMap, constants: Constants): Score {
  const terms = items
    .filter(({ id, weight }) => weight > 0 && stateOf(answers, id) !== 'na')
    .map(({ id, weight }): Term => {
      const level = levelOf(answers, id);
      return { weight, value: level === null ? null : level / topLevel };
    });
  return scoreTerms(terms, constants.pointCoverage);
}

/** Scores one V. */
export function scoreVariable(variable: VariableId, answers: AnswerMap, pack: Pack, depth: Depth): Score {
  const items = practicesOf(pack, depth).filter((item) => item.variable === variable);
  return withWobble(scoreItems(items, answers, pack.constants), depth, pack.constants);
}

/** The score of one stage in one V. */
export interface Cell extends Score {
  stage: StageId;
  variable: VariableId;
  /** Number of practices that the depth asks for this cell; 0 means "not asked". */
  asked: number;
}

/** Scores one stage in one V. It has a point only if at least `cellKnown` of its items are known. */
function scoreCell(stage: StageId, variable: VariableId, answers: AnswerMap, pack: Pack, depth: Depth): Cell {
  const items = practicesOf(pack, depth).filter((item) => item.stage === stage && item.variable === variable);
  const score = scoreItems(items, answers, pack.constants);
  const point = score.known >= pack.constants.cellKnown ? score.point : null;
  return { stage, variable, asked: items.length, ...withWobble({ ...score, point }, depth, pack.constants) };
}

/** Scores every stage in every V. */
export const scoreCells = (answers: AnswerMap, pack: Pack, depth: Depth): Cell[] =>
  pack.stages.flatMap(({ id: stage }) =>
    pack.variables.map(({ id: variable }) => scoreCell(stage, variable, answers, pack, depth)),
  );
