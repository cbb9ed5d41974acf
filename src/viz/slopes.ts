/** One line of a slopegraph, both ends from 0 to 1. */
export interface Slope {
  id: string;
  before: number;
  now: number;
}

/** A line as it is drawn: where it ends on both sides, and where its labels stand. */
export interface DrawnSlope {
  id: string;
  from: { x: number; y: number; labelY: number };
  to: { x: number; y: number; labelY: number };
}

/**
 * Moves heights apart until each two are at least `gap` apart, keeping their order and staying within the two ends
 * where there is room. Gives them back in the order in which they came.
 */
export function apart(heights: readonly number[], gap: number, ends: { from: number; to: number }): number[] {
  const order = heights.map((_, at) => at).toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0) || a - b);
  const placed: number[] = [];
  for (const at of order) placed.push(Math.max(heights[at] ?? 0, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  let limit = Math.max(ends.to, ends.from + gap * (placed.length - 1));
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] ?? 0, limit);
    limit = (placed[at] ?? 0) - gap;
  }
  const result: number[] = [];
  order.forEach((original, place) => {
    result[original] = placed[place] ?? 0;
  });
  return result;
}

/**
 * Lays out a slopegraph of shares: 1 at the top, labels beside both ends, none over another.
 * @param size height without margins, height of a label, and where the two sides stand
 */
export function slopeGeometry(
  slopes: readonly Slope[],
  size: { height: number; margin: number; label: number; left: number; right: number },
): { height: number; lines: DrawnSlope[] } {
  const { height, margin, label, left, right } = size;
  const y = (share: number) => margin + (1 - share) * height;
  const ends = { from: margin, to: margin + height };
  const fromY = apart(
    slopes.map(({ before }) => y(before)),
    label,
    ends,
  );
  const toY = apart(
    slopes.map(({ now }) => y(now)),
    label,
    ends,
  );
  return {
    height: height + 2 * margin,
    lines: slopes.map(({ id, before, now }, at) => ({
      id,
      from: { x: left, y: y(before), labelY: fromY[at] ?? 0 },
      to: { x: right, y: y(now), labelY: toY[at] ?? 0 },
    })),
  };
}

/** A shelf of the graph: one of the steps of the scale, with room for every line that ends on it. */
export interface Shelf {
  level: number;
  top: number;
  bottom: number;
}

/**
 * Lays out lines between steps of a scale. Each step is a shelf; lines that end on the same step stand below each other
 * on it, in an order that crosses few, so that each has room for its label.
 * @param slopes ends in whole steps from 0
 * @param steps number of steps; the highest stands at the top
 */
export function shelfGeometry(
  slopes: readonly Slope[],
  steps: number,
  size: { row: number; pad: number; left: number; right: number },
): { height: number; shelves: Shelf[]; lines: DrawnSlope[] } {
  const { row, pad, left, right } = size;
  const on = (level: number, side: 'before' | 'now') => {
    const other = side === 'before' ? 'now' : 'before';
    return slopes.filter((slope) => slope[side] === level).toSorted((a, b) => b[other] - a[other]);
  };
  const shelves: Shelf[] = [];
  const ends = { before: new Map<string, number>(), now: new Map<string, number>() };
  let top = 0;
  for (let level = steps - 1; level >= 0; level -= 1) {
    const groups = { before: on(level, 'before'), now: on(level, 'now') };
    const bottom = top + pad + row * Math.max(1, groups.before.length, groups.now.length);
    for (const side of ['before', 'now'] as const) {
      const start = (top + bottom - row * groups[side].length) / 2;
      groups[side].forEach(({ id }, at) => {
        ends[side].set(id, start + row * (at + 0.5));
      });
    }
    shelves.push({ level, top, bottom });
    top = bottom;
  }
  const end = (side: 'before' | 'now', id: string, x: number) => {
    const y = ends[side].get(id) ?? 0;
    return { x, y, labelY: y };
  };
  return {
    height: top,
    shelves,
    lines: slopes.map(({ id }) => ({ id, from: end('before', id, left), to: end('now', id, right) })),
  };
}
