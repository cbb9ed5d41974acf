import { topLevel } from '../answers/answers.ts';
import { priorityFactors, priorityOf, targetOf } from '../assessment/moves.ts';
import { formatPoints, type Score, scoreTerms } from '../assessment/score.ts';
import type { Pack } from '../model/pack.ts';

/** The levels of the example of a score: two practices known, two not, all of weight 1. */
export const exampleLevels = [4, 2, null, null] as const;
/** The practice of the example of a move, the level it has, and how many likely signals it eases. */
export const exampleMove = { practice: 'validate-data-in-and-out', level: 1, eases: 1 } as const;

/** A number with at most three decimals, without zeros at the end. */
const short = (value: number): string => String(Number(value.toFixed(3)));
const sum = (values: readonly string[]): string => (values.length > 1 ? `(${values.join(' + ')})` : (values[0] ?? '0'));

/** A score with the arithmetic that gives it, written out; a number is null where there is none. */
export interface ScoreExample {
  score: Score;
  /** Each as `(100 + 50) / 2 = 75`. */
  point: string | null;
  low: string;
  high: string;
  coverage: string;
}

/**
 * Scores practices of weight 1 and writes the arithmetic out, in points 0 to 100.
 * @param levels one level 0 to 4 per practice that applies, null where it is not known; at least one
 */
export function scoreExample(levels: readonly (number | null)[], pointCoverage: number): ScoreExample {
  const values = levels.map((level) => (level === null ? null : level / topLevel));
  const score = scoreTerms(
    values.map((value) => ({ weight: 1, value })),
    pointCoverage,
  );
  const { point, low, high, coverage, known, applicable } = score;
  if (low === null || high === null || coverage === null) throw new Error('An example needs a practice.');
  const filled = (unknown: number) => sum(values.map((value) => formatPoints(value ?? unknown)));
  return {
    score,
    point:
      point === null
        ? null
        : `${sum(values.flatMap((value) => (value === null ? [] : [formatPoints(value)])))} / ${known} = ${formatPoints(point)}`,
    low: `${filled(0)} / ${applicable} = ${formatPoints(low)}`,
    high: `${filled(1)} / ${applicable} = ${formatPoints(high)}`,
    coverage: `100 × ${known} / ${applicable} = ${formatPoints(coverage)}`,
  };
}

/** A move with its factors and the arithmetic of its priority. */
export interface MoveExample {
  title: string;
  level: number;
  target: number;
  grade: 'A' | 'B' | 'C';
  effort: 'S' | 'M' | 'L';
  safety: boolean;
  eases: number;
  priority: number;
  /** Name and value of each factor, the last one dividing. */
  factors: { name: keyof ReturnType<typeof priorityFactors>; value: string }[];
  /** The gap before it is squared. */
  gap: string;
  /** As `1 × 0.25 × … ÷ 1.3 = 0.38`. */
  arithmetic: string;
}

/**
 * The priority of raising one practice of a pack, in a V that does not look lowest, towards the target of the pack.
 * A practice that the pack does not have, or that has reached its target, is an error of ours.
 */
export function moveExample(pack: Pack, { practice, level, eases }: typeof exampleMove): MoveExample {
  const item = pack.items.find(({ id }) => id === practice);
  const target = targetOf(practice, pack, { context: {}, targets: [] }).level;
  if (!item?.effort || target <= level) throw new Error(`There is no move for "${practice}" at level ${level}.`);
  const gap = (target - level) / topLevel;
  const { moves } = pack.constants;
  const circumstances = { gap, effort: item.effort, eases, isLowest: false, isUnsafe: level <= moves.unsafeLevel };
  const factors = Object.entries(priorityFactors(item, circumstances, moves)).map(([name, value]) => ({
    name: name as keyof ReturnType<typeof priorityFactors>,
    value: short(value),
  }));
  const priority = priorityOf(item, circumstances, moves);
  const times = factors.slice(0, -1).map(({ value }) => value);
  return {
    title: item.title,
    level,
    target,
    grade: item.grade,
    effort: item.effort,
    safety: item.safety,
    eases,
    priority,
    factors,
    gap: `(${target} - ${level}) / ${topLevel} = ${short(gap)}`,
    arithmetic: `${times.join(' × ')} / ${factors.at(-1)?.value} = ${priority.toFixed(2)}`,
  };
}
