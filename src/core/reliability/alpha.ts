import { sum } from '../model/arithmetic.ts';

/** How often two values meet within a unit, over all pairs of raters: a row and a column for each value. */
export type Coincidences = readonly (readonly number[])[];

/** How far apart two values count: nominal knows same and different only, ordinal their order, interval their distance. */
type Metric = 'nominal' | 'ordinal' | 'interval';

/** A square table of numbers. */
const table = (size: number, valueAt: (row: number, column: number) => number): number[][] =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => valueAt(row, column)));

/**
 * The coincidences of one unit, from what its raters said.
 * @param values whole numbers from 0, one per rater who said something; fewer than two give no coincidence
 * @param size number of possible values
 */
export function unitCoincidences(values: readonly number[], size: number): Coincidences {
  const counts = Array.from({ length: size }, (_, value) => values.filter((each) => each === value).length);
  const pairs = (c: number, k: number) => (counts[c] ?? 0) * ((counts[k] ?? 0) - Number(c === k));
  return table(size, (c, k) => (values.length < 2 ? 0 : pairs(c, k) / (values.length - 1)));
}

/** The coincidences of several units together. */
export const sumCoincidences = (units: readonly Coincidences[], size: number): Coincidences =>
  table(size, (c, k) => sum(units.map((unit) => unit[c]?.[k] ?? 0)));

/** Squared differences between values. Those of the ordinal metric depend on how often each value occurs. */
const squaredDifference: Record<Metric, (c: number, k: number, totals: readonly number[]) => number> = {
  nominal: (c, k) => Number(c !== k),
  interval: (c, k) => (c - k) ** 2,
  ordinal: (c, k, totals) => {
    const between = sum(totals.slice(Math.min(c, k), Math.max(c, k) + 1));
    return (between - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
  },
};

/**
 * Krippendorff's alpha: 1 is perfect agreement, 0 what chance would give, below 0 systematic disagreement. Null if no unit
 * has two values, or if all values are the same, when there is nothing to agree about.
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function alphaOf(coincidences: Coincidences, metric: Metric = 'ordinal'): number | null {
  const totals = coincidences.map(sum);
  const n = sum(totals);
  const difference = squaredDifference[metric];
  let [observed, expected] = [0, 0];
  for (const [c, row] of coincidences.entries()) {
    for (const [k, count] of row.entries()) {
      observed += count * difference(c, k, totals);
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * difference(c, k, totals);
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}
