/** A score to draw, 0 to 1; null where there is none. */
export interface ProfileValue {
  id: string;
  point: number | null;
  low: number | null;
  high: number | null;
}

/** One row: where its dot and its band lie, in units of the drawing. */
export interface ProfileRow {
  id: string;
  /** Middle of the row. */
  y: number;
  /** Middle of the dot. */
  dot: number | null;
  /** The dot as a path around its own middle, and the band as a path. */
  dotPath: string;
  bandPath: string | null;
}

export interface ProfileGeometry {
  width: number;
  height: number;
  rows: ProfileRow[];
  /** Where the words begin and end. */
  zones: { word: string; from: number; to: number }[];
  ticks: { x: number; label: string }[];
  /** Height at which the labels of the axis stand. */
  axisY: number;
}

/** Room for half a dot and half a label at both ends. */
const side = 14;
/** Radius of a dot. */
const radius = 8;

/**
 * Lays out dot-and-band rows on one shared scale from 0 to 100.
 * @param values one per row, in the order of the rows
 * @param cuts words with the value at which each begins, low to high
 * @param size width of the drawing and height of one row
 */
export function profileGeometry(
  values: readonly ProfileValue[],
  cuts: readonly { word: string; from: number }[],
  size: { width: number; row: number },
): ProfileGeometry {
  const scale = (value: number) => side + value * (size.width - 2 * side);
  const dotPath = `M${radius},0A${radius},${radius},0,1,1,${-radius},0A${radius},${radius},0,1,1,${radius},0`;
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
      label: String(Math.round(value * 100)),
    })),
  };
}
