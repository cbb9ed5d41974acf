/** A line of a slopegraph, with a value at both ends. */
export interface Slope {
  id: string;
  before: number;
  now: number;
}

/** An end of a line, and the height of its label. */
export interface SlopeEnd {
  x: number;
  y: number;
  labelY: number;
}

/** A line as it is drawn, from left to right. */
export interface SlopeLine {
  from: SlopeEnd;
  to: SlopeEnd;
}

/**
 * Moves labels apart until no two are closer than `gap`. Keeps their order, and keeps them within `range` if they fit.
 * @param heights in any order
 * @returns the new heights, in the order of `heights`
 */
export function separateLabels(heights: readonly number[], gap: number, range: { from: number; to: number }): number[] {
  const sorted = heights.map((height, index) => ({ height, index })).toSorted((a, b) => a.height - b.height);
  const positions: number[] = [];
  for (const { height } of sorted)
    positions.push(Math.max(height, (positions.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  let limit = Math.max(range.to, range.from + gap * (positions.length - 1));
  for (let index = positions.length - 1; index >= 0; index -= 1) {
    positions[index] = Math.min(positions[index] ?? 0, limit);
    limit = (positions[index] ?? 0) - gap;
  }
  const result: number[] = [];
  sorted.forEach(({ index }, rank) => {
    result[index] = positions[rank] ?? 0;
  });
  return result;
}

/**
 * Lays out a slopegraph of shares, 1 at the top, with labels at both ends that do not overlap.
 * @param slopes values 0 to 1
 * @param size height without margins, height of a label, and where the two sides are
 */
export function slopeGeometry<S extends Slope>(
  slopes: readonly S[],
  size: { height: number; margin: number; label: number; left: number; right: number },
): { height: number; lines: (S & SlopeLine)[] } {
  const { height, margin, label, left, right } = size;
  const range = { from: margin, to: margin + height };
  const endsOf = (x: number, values: readonly number[]): SlopeEnd[] => {
    const heights = values.map((value) => margin + (1 - value) * height);
    const labels = separateLabels(heights, label, range);
    return heights.map((y, index) => ({ x, y, labelY: labels[index] ?? y }));
  };
  const leftEnds = endsOf(
    left,
    slopes.map(({ before }) => before),
  );
  const rightEnds = endsOf(
    right,
    slopes.map(({ now }) => now),
  );
  return {
    height: height + 2 * margin,
    lines: slopes.map((slope, index) => ({
      ...slope,
      from: leftEnds[index] as SlopeEnd,
      to: rightEnds[index] as SlopeEnd,
    })),
  };
}

/** A step of the scale, high enough for every line that ends on it. */
export interface ScaleStep {
  level: number;
  top: number;
  bottom: number;
}

/** The lines that end on a step on one side, sorted by their other end so that few of them cross. */
function slopesAt<S extends Slope>(slopes: readonly S[], level: number, side: 'before' | 'now'): S[] {
  const other = side === 'before' ? 'now' : 'before';
  return slopes.filter((slope) => slope[side] === level).toSorted((a, b) => b[other] - a[other]);
}

/** Stacks the steps from the highest down, each with the heights of the lines that end on it, by id. */
function stackSteps(slopes: readonly Slope[], stepCount: number, size: { row: number; padding: number }) {
  const { row, padding } = size;
  const steps: ScaleStep[] = [];
  const heights = { before: new Map<string, number>(), now: new Map<string, number>() };
  let top = 0;
  for (let level = stepCount - 1; level >= 0; level -= 1) {
    const groups = { before: slopesAt(slopes, level, 'before'), now: slopesAt(slopes, level, 'now') };
    const bottom = top + padding + row * Math.max(1, groups.before.length, groups.now.length);
    for (const side of ['before', 'now'] as const) {
      const start = (top + bottom - row * groups[side].length) / 2;
      groups[side].forEach(({ id }, index) => {
        heights[side].set(id, start + row * (index + 0.5));
      });
    }
    steps.push({ level, top, bottom });
    top = bottom;
  }
  return { steps, heights, height: top };
}

/**
 * Lays out lines between the steps of a scale. Lines that end on the same step are placed one below the other, so that
 * each has room for its label.
 * @param slopes values are whole steps from 0
 * @param stepCount number of steps; the highest is at the top
 * @param size height of a line on a step, free height of each step, and where the two sides are
 */
export function stepSlopeGeometry<S extends Slope>(
  slopes: readonly S[],
  stepCount: number,
  size: { row: number; padding: number; left: number; right: number },
): { height: number; steps: ScaleStep[]; lines: (S & SlopeLine)[] } {
  const { steps, heights, height } = stackSteps(slopes, stepCount, size);
  const end = (side: 'before' | 'now', id: string, x: number): SlopeEnd => {
    const y = heights[side].get(id) ?? 0;
    return { x, y, labelY: y };
  };
  return {
    height,
    steps,
    lines: slopes.map((slope) => ({
      ...slope,
      from: end('before', slope.id, size.left),
      to: end('now', slope.id, size.right),
    })),
  };
}
