/** One score as a small picture: a dot with its band on a scale from 0 to 100. */
export interface SmallRow {
  width: number;
  height: number;
  /** The range of the middle words, as a path. */
  zone: string;
  band: string | null;
  /** Middle of the dot. */
  dot: number | null;
}

const size = { width: 132, height: 22, side: 6 };

/**
 * Lays out one score. Every row has the same scale, so rows under each other can be compared.
 * @param score whole points, 0 to 100; null where there is none
 * @param cuts words with the value, 0 to 1, at which each begins, low to high
 */
export function smallRow(
  { point, low, high }: { point: number | null; low: number | null; high: number | null },
  cuts: readonly { from: number }[],
): SmallRow {
  const { width, height, side } = size;
  const at = (points: number) => side + (points / 100) * (width - 2 * side);
  const [from, to] = [at((cuts[1]?.from ?? 0) * 100), at((cuts.at(-1)?.from ?? 1) * 100)];
  const middle = height / 2;
  return {
    width,
    height,
    zone: `M${at(0)} ${middle}H${at(100)}M${from} 3H${to}V${height - 3}H${from}Z`,
    band: low === null || high === null ? null : `M${at(low)} ${middle}H${at(high)}`,
    dot: point === null ? null : at(point),
  };
}
