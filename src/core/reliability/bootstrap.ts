/** A range that holds a number 95 times in 100. */
export interface Interval {
  low: number;
  high: number;
}

/** A source of numbers from 0 up to 1, the same for the same seed (mulberry32, by Tommy Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The 95 % interval of a statistic: the middle of its values over samples drawn from the units with replacement. Null for
 * fewer than two units, or if the statistic has no value in more than half of the samples.
 * @param statistic null if a sample has no value
 */
export function bootstrapInterval<T>(
  units: readonly T[],
  statistic: (sample: readonly T[]) => number | null,
  { count, seed }: { count: number; seed: number },
): Interval | null {
  if (units.length < 2) return null;
  const random = randomFrom(seed);
  const draw = () => units[Math.floor(random() * units.length)] as T;
  const values = Array.from({ length: count }, () => statistic(units.map(draw)))
    .filter((value) => value !== null)
    .toSorted((a, b) => a - b);
  if (values.length * 2 <= count) return null;
  const at = (share: number) => values[Math.round(share * (values.length - 1))] as number;
  return { low: at(0.025), high: at(0.975) };
}
