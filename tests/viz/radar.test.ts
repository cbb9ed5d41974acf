import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderSpokes, radarGeometry, radarOrders, type Spoke } from '../../src/viz/radar.ts';

const size = { radius: 100, label: 20 };
const spokesOf = (values: readonly number[]): Spoke[] => values.map((value, index) => ({ id: String(index), value }));
const spokes = fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 12 }).map(spokesOf);
const share = (list: readonly Spoke[]) => radarGeometry(list, size).share;

/** The corners of a path. */
const corners = (path: string): [number, number][] =>
  [...path.matchAll(/[ML]([^MLZ]+)/g)].map(([, pair = '']) => pair.split(',').map(Number) as [number, number]);
/** Area by the shoelace formula. */
const shoelace = (points: readonly [number, number][]): number =>
  Math.abs(
    points.reduce((total, [x, y], index) => {
      const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0];
      return total + x * nextY - nextX * y;
    }, 0),
  ) / 2;

test('radarGeometry(spokes) puts the first spoke at the top and goes clockwise', () => {
  const { path, spokes: placed, half } = radarGeometry(spokesOf([1, 1, 0.5, 1]), size);
  expect(path).toBe('M0,-100L100,0L0,50L-100,0Z');
  expect(placed.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
    [0, -100],
    [100, 0],
    [0, 100],
    [-100, 0],
  ]);
  expect(half).toBe(120);
});

test('radarGeometry(spokes) gives the area of what it draws', () => {
  fc.assert(
    fc.property(spokes, (list) => {
      const { path, rings, share: statedShare } = radarGeometry(list, size);
      const full = shoelace(corners(rings.at(-1) ?? ''));
      expect(shoelace(corners(path)) / full).toBeCloseTo(statedShare, 3);
    }),
  );
});

test('doubling every value quadruples the area', () => {
  fc.assert(
    fc.property(spokes, (list) => {
      const doubled = list.map((spoke) => ({ ...spoke, value: spoke.value * 2 }));
      expect(share(doubled)).toBeCloseTo(4 * share(list), 10);
    }),
  );
});

test('another order keeps every number, and turning the chart keeps its area', () => {
  fc.assert(
    fc.property(spokes, fc.constantFrom(...radarOrders), (list, order) => {
      const ordered = orderSpokes(list, order);
      const labels = (spokes: readonly Spoke[]) => spokes.map(({ id, value }) => `${id} ${value}`).toSorted();
      expect(labels(ordered)).toEqual(labels(list));
      expect(share([...list.slice(1), ...list.slice(0, 1)])).toBeCloseTo(share(list), 10);
    }),
  );
});

test('another order of the same numbers has another area', () => {
  const list = spokesOf([0.9, 0.1, 0.8, 0.2]);
  const neighbours = [0.9 * 0.1 + 0.1 * 0.8 + 0.8 * 0.2 + 0.2 * 0.9, 0.9 * 0.8 + 0.8 * 0.2 + 0.2 * 0.1 + 0.1 * 0.9];
  expect([share(list), share(orderSpokes(list, 'sorted'))]).toEqual(
    neighbours.map((sum) => expect.closeTo(sum / 4, 10)),
  );
});

test('orderSpokes(spokes) sorts from high to low, and alternates high and low', () => {
  const values = (order: (typeof radarOrders)[number], list: number[]) =>
    orderSpokes(spokesOf(list), order).map(({ value }) => value);
  expect(values('given', [3, 1, 2])).toEqual([3, 1, 2]);
  expect(values('sorted', [3, 1, 4, 2])).toEqual([4, 3, 2, 1]);
  expect(values('alternating', [3, 1, 4, 2])).toEqual([4, 1, 3, 2]);
  expect(values('alternating', [3, 1, 5, 4, 2])).toEqual([5, 1, 4, 2, 3]);
});
