import { expect, test } from 'vitest';
import { alphaOf, sumCoincidences, unitCoincidences } from '../../../src/core/reliability/alpha.ts';
import { bootstrapInterval } from '../../../src/core/reliability/bootstrap.ts';
import { correlation } from '../../../src/core/reliability/correlation.ts';

/** Alpha of a table with a row for each rater and a column for each unit; null is a missing value. */
function alpha(rows: readonly (readonly (number | null)[])[], metric: 'nominal' | 'ordinal' | 'interval') {
  const units = (rows[0] ?? []).map((_, unit) =>
    rows.map((row) => row[unit] ?? null).filter((value) => value !== null),
  );
  const size = 1 + Math.max(...units.flat());
  return alphaOf(
    sumCoincidences(
      units.map((values) => unitCoincidences(values, size)),
      size,
    ),
    metric,
  );
}
const row = (text: string) => text.split(' ').map((value) => (value === '.' ? null : Number(value)));

// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units, with
// missing data. The paper gives 0.743 (nominal), 0.815 (ordinal) and 0.849 (interval). The tests of the Python package
// krippendorff have the same table and ordinal alpha; the manual of the R package irr has the same table.
const krippendorff = [
  row('1 2 3 3 2 1 4 1 2 . . .'),
  row('1 2 3 3 2 2 4 1 2 5 . 3'),
  row('. 3 3 3 2 3 4 2 2 5 1 .'),
  row('1 2 3 3 2 4 4 1 2 5 1 .'),
];
// The worked example of the article "Krippendorff's alpha" in Wikipedia: three coders, fifteen units. It gives 0.691
// (nominal) and 0.811 (interval); the Python package krippendorff, with the same table, 0.691358 and 0.810845.
const threeCoders = [
  row('. . . . . 3 4 1 2 1 1 3 3 . 3'),
  row('1 . 2 1 3 3 4 3 . . . . . . .'),
  row('. . 2 1 3 4 4 . 2 1 1 3 3 . 4'),
];
// Krippendorff (2011), section A: two observers, ten units with 0 or 1. The paper gives 0.095.
const twoObservers = [row('0 1 0 0 0 0 0 0 1 0'), row('1 1 1 0 0 1 0 0 0 0')];

test.each([
  { table: krippendorff, metric: 'nominal', published: 0.743 },
  { table: krippendorff, metric: 'ordinal', published: 0.815 },
  { table: krippendorff, metric: 'interval', published: 0.849 },
  { table: threeCoders, metric: 'nominal', published: 0.691358 },
  { table: threeCoders, metric: 'interval', published: 0.810845 },
  { table: twoObservers, metric: 'nominal', published: 0.095 },
] as const)('alpha is the published one: $metric $published', ({ table, metric, published }) => {
  expect(alpha(table, metric)).toBeCloseTo(published, String(published).length - 2);
});

test('alpha is 1 where all agree, below 0 where they contradict each other, and null where nothing differs', () => {
  expect(alpha([row('0 1 4'), row('0 1 4')], 'ordinal')).toBe(1);
  expect(alpha([row('0 4 0'), row('4 0 4')], 'ordinal')).toBeLessThan(0);
  expect(alpha([row('2 2 2'), row('2 2 2')], 'ordinal')).toBeNull();
  expect(alpha([row('1 . 2'), row('. 3 .')], 'ordinal')).toBeNull();
});

test('with two values, ordinal and nominal alpha are the same', () => {
  expect(alpha(twoObservers, 'ordinal')).toBeCloseTo(alpha(twoObservers, 'nominal') ?? 0, 12);
});

test('bootstrapInterval() holds the mean of a sample about 95 times in 100, and is the same for the same seed', () => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const uniform = (seed: number) =>
    Array.from({ length: 40 }, (_, index) => ((index * 7919 + seed * 104_729) % 1009) / 1009);
  const intervals = Array.from({ length: 200 }, (_, seed) =>
    bootstrapInterval(uniform(seed), mean, { count: 400, seed }),
  );
  expect(bootstrapInterval(uniform(1), mean, { count: 400, seed: 1 })).toEqual(intervals[1]);
  const widths = intervals.map((interval) => (interval ? interval.high - interval.low : 0));
  const theory = 2 * 1.96 * Math.sqrt(1 / 12 / 40);
  expect(Math.abs(mean(widths) - theory)).toBeLessThan(theory * 0.15);
});

test('bootstrapInterval() is null for one unit, and where most samples have no value', () => {
  expect(bootstrapInterval([1], () => 1, { count: 10, seed: 1 })).toBeNull();
  expect(bootstrapInterval([1, 2], () => null, { count: 10, seed: 1 })).toBeNull();
});

test('correlation() is that of Anscombe, and null where it is not defined', () => {
  // F. J. Anscombe, "Graphs in Statistical Analysis" (1973), first data set: 0.816.
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  expect(correlation(x.map((value, index) => [value, y[index] ?? 0] as const))).toBeCloseTo(0.816, 3);
  expect(
    correlation([
      [1, 2],
      [2, 2],
      [3, 2],
    ]),
  ).toBeNull();
  expect(
    correlation([
      [1, 2],
      [2, 3],
    ]),
  ).toBeNull();
});
