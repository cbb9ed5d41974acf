/** The value up to which a share (0 to 1) of some values lies; between two values, the lower one. NaN of none. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

/** The median of some values; of an even number of values, the lower of the middle two. NaN of none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of each field of some measurements. */
export function medians<K extends string>(measurements: readonly Record<K, number>[]): Record<K, number> {
  const keys = Object.keys(measurements[0] ?? {}) as K[];
  return Object.fromEntries(
    keys.map((key) => [key, median(measurements.map((measurement) => measurement[key]))]),
  ) as Record<K, number>;
}
