import { expect, test } from 'vitest';
import { median, medians, quantile } from '../../tools/bench/quantile.ts';

test('quantile() is the value up to which a share lies, whatever the order of the values', () => {
  expect([0, 0.5, 0.95, 1].map((share) => quantile([30, 10, 50, 20, 40], share))).toEqual([10, 30, 40, 50]);
  expect(quantile([10, 9, 2], 1)).toBe(10);
  expect(quantile([], 0.5)).toBeNaN();
});

test('median() is the middle value; of an even number of values, the lower of the middle two', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 3, 2, 1])).toBe(2);
});

test('medians() takes the median of each field', () => {
  expect(
    medians([
      { seconds: 3, memory: 10 },
      { seconds: 1, memory: 30 },
      { seconds: 2, memory: 20 },
    ]),
  ).toEqual({ seconds: 2, memory: 20 });
});
