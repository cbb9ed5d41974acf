import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelBar } from '../../src/viz/level-bar.ts';
import { smallRow } from '../../src/viz/small-row.ts';

const counts = fc.tuple(fc.array(fc.nat(300), { minLength: 5, maxLength: 5 }), fc.nat(300), fc.nat(300));

test('levelBar: parts are side by side, fill the bar, and are as wide as their share', () => {
  fc.assert(
    fc.property(counts, ([levels, unknown, na]) => {
      const total = [...levels, unknown, na].reduce((sum, count) => sum + count, 0);
      const parts = levelBar(levels, unknown, na, 300);
      let end = 0;
      for (const { x, width, count } of parts) {
        expect(x).toBeCloseTo(end);
        expect(width).toBeCloseTo((300 * count) / total);
        end = x + width;
      }
      expect(end).toBeCloseTo(total === 0 ? 0 : 300);
      expect(parts.every(({ count }) => count > 0)).toBe(true);
    }),
  );
});

test('levelBar: a part has a label only if it fits', () => {
  expect(levelBar([1, 99, 100, 0, 0], 0, 0, 300).map(({ hasLabel }) => hasLabel)).toEqual([false, true, true]);
});

test('smallRow: all rows have the same scale; what is not known is not drawn', () => {
  const cuts = [{ from: 0 }, { from: 0.45 }, { from: 0.65 }];
  const dotOf = (point: number) => smallRow({ point, low: point, high: point }, cuts).dot ?? 0;
  expect(dotOf(50) - dotOf(0)).toBeCloseTo(dotOf(100) - dotOf(50));
  expect(smallRow({ point: null, low: 20, high: 80 }, cuts)).toMatchObject({
    dot: null,
    band: expect.stringContaining('H'),
  });
  expect(smallRow({ point: null, low: null, high: null }, cuts)).toMatchObject({ dot: null, band: null });
});
