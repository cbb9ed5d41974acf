import { formatPoints } from '../core/assessment/score.ts';

/** A score to draw, 0 to 1; null if there is none. */
export interface ProfileValue {
  id: string;
  point: number | null;
  low: number | null;
  high: number | null;
}

/** One row: the positions of its dot and its band, in units of the drawing. */
export interface ProfileRow {
  id: string;
  /** Middle of the row. */
  y: number;
  /** Middle of the dot. */
  dot: number | null;
  /** The dot as a path around its own middle. */
  dotPath: string;
  /** The band as a path in the drawing. */
  bandPath: string | null;
}

export interface ProfileGeometry {
  width: number;
  height: number;
  rows: ProfileRow[];
  /** The range of each word. */
  zones: { word: string; from: number; to: number }[];
  ticks: { x: number; label: string }[];
  /** Height of the labels of the axis. */
  axisY: number;
}

/** Space for half a dot and half a label at both ends. */
const sidePadding = 14;
const dotRadius = 8;

/**
 * Lays out dot-and-band rows on one shared scale from 0 to 100.
 * @param values one per row
 * @param cuts words with the value that each begins at, low to high
 * @param size width of the drawing and height of one row
 */
export function profileGeometry(
  values: readonly ProfileValue[],
  cuts: readonly { word: string; from: number }[],
  size: { width: number; row: number },
): ProfileGeometry {
  const scale = (value: number) => sidePadding + value * (size.width - 2 * sidePadding);
  const r = dotRadius;
  const dotPath = `M${r},0A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0`;
  const axisY = values.length * size.row + 14;
  return {
    width: size.width,
    height: axisY + 8,
    axisY,
    rows: values.map(({ id, point, low, high }, index) => {
      const y = (index + 0.5) * size.row;
      const bandPath = low === null || high === null ? null : `M${scale(low)},${y}L${scale(high)},${y}`;
      return { id, y, dot: point === null ? null : scale(point), dotPath, bandPath };
    }),
    zones: cuts.map(({ word, from }, index) => ({ word, from: scale(from), to: scale(cuts[index + 1]?.from ?? 1) })),
    ticks: [0, ...cuts.slice(1).map(({ from }) => from), 1].map((value) => ({
      x: scale(value),
      label: formatPoints(value),
    })),
  };
}
