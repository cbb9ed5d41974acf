import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumbbellGeometry } from '../../src/viz/dumbbell.ts';
import { timeGeometry } from '../../src/viz/over-time.ts';
import { stripGeometry } from '../../src/viz/strip.ts';

const gaps = (heights: readonly number[]) =>
  heights
    .toSorted((a, b) => a - b)
    .flatMap((height, index, sorted) => (index === 0 ? [] : [height - (sorted[index - 1] ?? 0)]));

const five = [0, 1, 2, 3, 4];
const size = { width: 120, height: 20, margin: 20, mark: 5 };
const answer = fc.nat(4);

test('dumbbellGeometry(values) spaces the five answers evenly, so every level has the same length', () => {
  expect(dumbbellGeometry({ before: 0, now: 4 }, five, size)).toMatchObject({
    y: 10,
    ticks: [20, 40, 60, 80, 100],
    before: { x: 20 },
    now: { x: 100 },
    line: 'M25,10H100',
  });
  fc.assert(
    fc.property(answer, answer, (before, now) => {
      const ends = dumbbellGeometry({ before, now }, five, size);
      expect(ends.now.x - ends.before.x).toBe(20 * (now - before));
    }),
  );
});

test('dumbbellGeometry(values) places falling ticks in the mirror image, with numbers outside the marks', () => {
  fc.assert(
    fc.property(answer, answer, (before, now) => {
      const mirrored = dumbbellGeometry({ before, now }, five.toReversed(), size);
      expect([mirrored.before.x, mirrored.now.x]).toEqual([20 + 20 * (4 - before), 20 + 20 * (4 - now)]);
      expect(mirrored.before.anchor).toBe(mirrored.before.x <= mirrored.now.x ? 'end' : 'start');
    }),
  );
});

test('dumbbellGeometry(values) puts numbers outside the marks, inside the drawing, and keeps hollow marks free', () => {
  fc.assert(
    fc.property(answer, answer, (before, now) => {
      const ends = dumbbellGeometry({ before, now }, five, size);
      const [left, right] = before <= now ? [ends.before, ends.now] : [ends.now, ends.before];
      expect([left.anchor, right.anchor]).toEqual(['end', 'start']);
      expect(left.labelX).toBeLessThan(left.x - size.mark);
      expect(right.labelX).toBeGreaterThan(right.x + size.mark);
      expect(left.labelX).toBeGreaterThan(0);
      expect(right.labelX).toBeLessThan(size.width);
      if (before !== now) expect(ends.line).toBe(`M${ends.before.x + Math.sign(now - before) * 5},10H${ends.now.x}`);
    }),
  );
});

test('dumbbellGeometry(values) places a share between 0 and 1, and draws no line between marks that touch', () => {
  const same = dumbbellGeometry({ before: 0.5, now: 0.5 }, [0, 1], size);
  expect([same.before.x, same.now.x, same.line]).toEqual([60, 60, undefined]);
  expect(dumbbellGeometry({ before: 0.5, now: 0.55 }, [0, 1], size).line).toBeUndefined();
  expect(dumbbellGeometry({ before: 0.75, now: 0.25 }, [0, 1], size).line).toBe('M75,10H40');
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
      const starts = ticks.map(({ x, anchor }) => x - { start: 0, middle: 15, end: 30 }[anchor]);
      for (const gap of gaps(starts)) expect(gap).toBeGreaterThanOrEqual(30);
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
