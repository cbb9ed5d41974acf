import * as messages from '#messages/faults.ts';
import { topLevel } from '../answers/answers.ts';
import { priorityFactors, priorityOf } from '../assessment/priority.ts';
import { isUnsafeLevel } from '../assessment/rating.ts';
import { formatPoints, type Score, scoreTerms, withWobble, wobbleOf } from '../assessment/score.ts';
import { targetOf } from '../assessment/target.ts';
import type { Pack } from '../model/pack.ts';
import { packIndex } from '../model/pack-index.ts';
import type { Constants } from '../model/pack-schema.ts';
import { formatDecimals, formatFixed } from '../text/numbers.ts';

/** The levels of the example score: two practices known, two unknown, all of weight 1. */
export const exampleLevels = [4, 2, null, null] as const;
/** The practice of the example move, its level, and how many likely signals it eases. */
export const exampleMove = { practice: 'validate-data-in-and-out', level: 1, eases: 1 } as const;

const formatSum = (values: readonly string[]): string =>
  values.length > 1 ? `(${values.join(' + ')})` : (values[0] ?? '0');

/** A score with its arithmetic written out, for example `(100 + 50) / 2 = 75`; null if the number does not exist. */
interface ScoreExample {
  score: Score;
  coverage: string;
  point: string | null;
  /** The score if everything unknown were at the bottom, and at the top. */
  worst: string;
  best: string;
  /** How far the known answers may wobble the score. */
  wobble: string | null;
  /** The ends of the band: the further one of what is unknown and of the wobble. */
  low: string;
  high: string;
}

/**
 * Scores practices of weight 1 at full depth and writes out the arithmetic, in points 0 to 100.
 * @param levels one level, 0 to 4, per applicable practice, null if not known; throws if there is none
 */
export function scoreExample(levels: readonly (number | null)[], constants: Constants): ScoreExample {
  const values = levels.map((level) => (level === null ? null : level / topLevel));
  const terms = values.map((value) => ({ weight: 1, value }));
  const unknownOnly = scoreTerms(terms, constants.pointCoverage);
  const score = withWobble(unknownOnly, 'full', constants);
  const { point, low, high, coverage, known, applicable } = score;
  if (low === null || high === null || coverage === null) throw new Error(messages.exampleWithoutPractice);
  const sumWith = (unknown: number) => formatSum(values.map((value) => formatPoints(value ?? unknown)));
  const knownSum = formatSum(values.flatMap((value) => (value === null ? [] : [formatPoints(value)])));
  const [worst, best] = [formatPoints(unknownOnly.low ?? 0), formatPoints(unknownOnly.high ?? 1)];
  const wobble = formatPoints(wobbleOf(score, 'full', constants));
  const end = (name: string, own: string, sign: string, value: number) =>
    point === null ? own : `${name}(${own}, ${formatPoints(point)} ${sign} ${wobble}) = ${formatPoints(value)}`;
  return {
    score,
    coverage: `100 × ${known} / ${applicable} = ${formatPoints(coverage)}`,
    point: point === null ? null : `${knownSum} / ${known} = ${formatPoints(point)}`,
    worst: `${sumWith(0)} / ${applicable} = ${worst}`,
    best: `${sumWith(1)} / ${applicable} = ${best}`,
    wobble: point === null ? null : `${formatPoints(constants.wobble)} / √${known} = ${wobble}`,
    low: end('min', worst, '−', low),
    high: end('max', best, '+', high),
  };
}

/** A move with its factors and the arithmetic of its priority. */
interface MoveExample {
  title: string;
  level: number;
  target: number;
  grade: 'A' | 'B' | 'C';
  effort: 'S' | 'M' | 'L';
  safety: boolean;
  eases: number;
  priority: number;
  /** Name and value of each factor; the last one divides. */
  factors: { name: keyof ReturnType<typeof priorityFactors>; value: string }[];
  /** The gap, before squaring. */
  gap: string;
  /** Written out, for example `1 × 0.25 × … ÷ 1.3 = 0.38`. */
  arithmetic: string;
}

/**
 * Computes the priority of raising one practice towards the pack's target, in a V that does not look lowest.
 * Throws if the pack lacks the practice or the practice has reached its target.
 */
export function moveExample(pack: Pack, { practice, level, eases }: typeof exampleMove): MoveExample {
  const item = packIndex(pack).item(practice);
  const target = targetOf(practice, pack, { context: {}, targets: [] }).level;
  const { deepenFrom } = pack.constants.moves;
  const effort = item?.moves?.[level >= deepenFrom ? 'deepen' : 'start'].effort;
  if (!effort || target <= level) throw new Error(messages.noMove(practice, level));
  const gap = (target - level) / topLevel;
  const { moves } = pack.constants;
  const isUnsafe = isUnsafeLevel(level, false, pack.constants);
  const inputs = { gap, effort, eases, isLowest: false, isUnsafe, isHighStakes: false };
  const factors = Object.entries(priorityFactors(item, inputs, moves)).map(([name, value]) => ({
    name: name as keyof ReturnType<typeof priorityFactors>,
    value: formatDecimals(value, 3),
  }));
  const priority = priorityOf(item, inputs, moves);
  const multipliers = factors.slice(0, -1).map(({ value }) => value);
  return {
    title: item.title,
    level,
    target,
    grade: item.grade,
    effort,
    safety: item.safety,
    eases,
    priority,
    factors,
    gap: `(${target} - ${level}) / ${topLevel} = ${formatDecimals(gap, 3)}`,
    arithmetic: `${multipliers.join(' × ')} / ${factors.at(-1)?.value} = ${formatFixed(priority, 2)}`,
  };
}
