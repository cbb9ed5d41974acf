import { expect, test } from 'vitest';
import { formatDecimals, formatFixed, roundTo } from '../../../src/core/text/numbers.ts';

test('halves round up, even where the computer holds slightly less than the half', () => {
  expect(roundTo(57.49999999999999, 0)).toBe(58); // 0.575 * 100
  expect(roundTo(1.005, 2)).toBe(1.01);
  expect(roundTo(0.0045, 3)).toBe(0.005);
  expect(roundTo(-0.5, 0)).toBe(-0);
  expect(roundTo(2.4, 0)).toBe(2);
});

test('formatDecimals() leaves out zeros at the end, formatFixed() writes them', () => {
  expect([formatDecimals(0.5, 3), formatDecimals(1 / 3, 3), formatDecimals(2, 2)]).toEqual(['0.5', '0.333', '2']);
  expect([formatFixed(0.5, 2), formatFixed(1.15, 1), formatFixed(-0.25, 2)]).toEqual(['0.50', '1.2', '-0.25']);
});
