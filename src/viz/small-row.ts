/** One score as a small picture: a dot with its band on a scale from 0 to 100. */
export interface SmallRow {
  width: number;
  height: number;
  /** The range between the lowest and the highest word, as a path. */
  zone: string;
  band: string | null;
  /** Middle of the dot. */
  dot: number | null;
}

const size = { width: 132, height: 22, side: 6 };

/**
 * Lays out one score. All rows have the same scale, so that scores in a column can be compared.
 * @param score whole points, 0 to 100; null if there is none
 * @param cuts words with the value, 0 to 1, at which each begins, low to high
 */
export function smallRow(
  { point, low, high }: { point: number | null; low: number | null; high: number | null },
  cuts: readonly { from: number }[],
): SmallRow {
  const { width, height, side } = size;
  const xOf = (points: number) => side + (points / 100) * (width - 2 * side);
  const [from, to] = [xOf((cuts[1]?.from ?? 0) * 100), xOf((cuts.at(-1)?.from ?? 1) * 100)];
  const middle = height / 2;
  return {
    width,
    height,
    zone: `M${xOf(0)} ${middle}H${xOf(100)}M${from} 3H${to}V${height - 3}H${from}Z`,
    band: low === null || high === null ? null : `M${xOf(low)} ${middle}H${xOf(high)}`,
    dot: point === null ? null : xOf(point),
  };
}
