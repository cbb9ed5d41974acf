import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeGeometry } from '../../src/viz/over-time.ts';
import { separateLabels, slopeGeometry, stepSlopeGeometry } from '../../src/viz/slopes.ts';
import { stripGeometry } from '../../src/viz/strip.ts';

const gaps = (heights: readonly number[]) =>
  heights
    .toSorted((a, b) => a - b)
    .flatMap((height, index, sorted) => (index === 0 ? [] : [height - (sorted[index - 1] ?? 0)]));

test('separateLabels(heights) keeps the order and a gap, and moves nothing that has room', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 9 }), (heights) => {
      const moved = separateLabels(heights, 18, { from: 0, to: 200 });
      for (const gap of gaps(moved)) expect(gap).toBeGreaterThanOrEqual(18 - 1e-9);
      heights.forEach((a, i) => {
        heights.forEach((b, j) => {
          if (a < b) expect(moved[i] ?? 0).toBeLessThan(moved[j] ?? 0);
        });
      });
      expect(Math.max(...moved)).toBeLessThanOrEqual(200 + 1e-9);
    }),
  );
  expect(separateLabels([10, 100, 50], 18, { from: 0, to: 200 })).toEqual([10, 100, 50]);
  expect(separateLabels([199, 200], 18, { from: 0, to: 200 })).toEqual([182, 200]);
});

test('slopeGeometry(slopes) puts 1 at the top, and moves labels but never the ends of a line', () => {
  const size = { height: 100, margin: 10, label: 16, left: 40, right: 90 };
  const { lines, height } = slopeGeometry(
    [
      { id: 'a', before: 1, now: 0 },
      { id: 'b', before: 0.98, now: 0.5 },
    ],
    size,
  );
  expect(height).toBe(120);
  expect(lines[0]).toMatchObject({ id: 'a', from: { x: 40, y: 10, labelY: 10 }, to: { x: 90, y: 110, labelY: 110 } });
  expect(lines[1]?.from).toEqual({ x: 40, y: expect.closeTo(12), labelY: 26 });
  expect(lines[1]?.to.y).toBe(60);
});

test('stepSlopeGeometry(slopes): every line ends on its step, and no two ends on a side meet', () => {
  const slope = fc.record({ before: fc.nat(4), now: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(slope, { maxLength: 15 }), (list) => {
      const slopes = list.map((ends, index) => ({ ...ends, id: String(index) }));
      const { lines, steps, height } = stepSlopeGeometry(slopes, 5, { row: 20, padding: 8, left: 0, right: 100 });
      expect(steps.map(({ level }) => level)).toEqual([4, 3, 2, 1, 0]);
      expect(steps.at(-1)?.bottom).toBe(height);
      for (const side of ['from', 'to'] as const) {
        for (const gap of gaps(lines.map((line) => line[side].labelY))) expect(gap).toBeGreaterThanOrEqual(20 - 1e-9);
        lines.forEach((line, index) => {
          const level = slopes[index]?.[side === 'from' ? 'before' : 'now'];
          const step = steps.find((candidate) => candidate.level === level);
          expect(line[side].y).toBeGreaterThan(step?.top ?? Number.POSITIVE_INFINITY);
          expect(line[side].y).toBeLessThan(step?.bottom ?? 0);
        });
      }
    }),
  );
});

const dated = (date: string, point: number | null) => ({ date, point, low: point, high: point });
const room = { left: 10, right: 110, top: 0, bottom: 50, label: 30 };

test('timeGeometry(scores) keeps distances in real time, and breaks the line where a score is missing', () => {
  const { marks, paths, ticks } = timeGeometry(
    [dated('2026-01-01', 0), dated('2026-01-11', 1), dated('2026-01-21', null), dated('2026-04-11', 0.5)],
    room,
  );
  expect(marks.map(({ x }) => x)).toEqual([10, 20, 30, 110]);
  expect(marks.map(({ dot }) => dot)).toEqual([50, 0, null, 25]);
  expect(paths).toEqual(['M10,50L20,0']);
  expect(ticks.map(({ date }) => date)).toEqual(['2026-01-01', '2026-04-11']);
});

test('timeGeometry(scores): labels do not overlap, and the first and the last are always there', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 12 }), (days) => {
      const list = days
        .toSorted((a, b) => a - b)
        .map((day) => dated(new Date(day * 864e5 + 1.7e12).toISOString().slice(0, 10), 0.5));
      const { ticks } = timeGeometry(list, room);
      for (const gap of gaps(ticks.map(({ x }) => x))) expect(gap).toBeGreaterThanOrEqual(30);
      expect([ticks[0]?.date, ticks.at(-1)?.date]).toEqual([list[0]?.date, list.at(-1)?.date]);
    }),
  );
});

test('stripGeometry(choices) stacks people on the same step and leaves out those without one', () => {
  const { dots, width } = stripGeometry([2, null, 2, 4], 5, { step: 20, dot: 14 });
  expect(width).toBe(100);
  expect(dots.map(({ label, x }) => [label, x])).toEqual([
    ['1', 50],
    ['3', 50],
    ['4', 90],
  ]);
  expect((dots[0]?.y ?? 0) - (dots[1]?.y ?? 0)).toBe(14);
  expect(dots[2]?.y).toBe(dots[0]?.y);
});
