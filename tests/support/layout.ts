import type { Box } from '../../src/viz/chains.ts';

export type Point = readonly [x: number, y: number];

/** Points along an SVG path of absolute M, L, H and C commands, dense enough to find what the path crosses. */
export function pointsOf(path: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', text = ''] of path.matchAll(/([MLHC])([^MLHCZ]*)/g)) {
    const numbers = text.split(/[ ,]/).filter(Boolean).map(Number);
    const [endX = x, endY = y] = command === 'H' ? [numbers[0], y] : numbers.slice(-2);
    const [ax = x, ay = y, bx = endX, by = endY] = command === 'C' ? numbers : [];
    for (let step = 1; command !== 'M' && step <= 60; step += 1) {
      const t = step / 60;
      const at = (a: number, b: number, c: number, d: number) =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
      points.push([at(x, ax, bx, endX), at(y, ay, by, endY)]);
    }
    [x, y] = [endX, endY];
  }
  return points;
}

/** Whether a point lies inside a box and not on its edge. */
export const isInside = ([x, y]: Point, box: Box): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** Whether two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
