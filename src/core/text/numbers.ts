/** What floating-point noise may take from a half before it rounds up. */
const tolerance = 1e-9;

/** Rounds to a number of decimals. Halves round up despite floating-point noise: 1.005 with two decimals gives 1.01. */
export const roundTo = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals + tolerance) / 10 ** decimals;

/** Writes a number with at most so many decimals: 0.5 stays 0.5. */
export const formatDecimals = (value: number, most: number): string => String(roundTo(value, most));

/** Writes a number with exactly so many decimals: 0.5 with two of them is 0.50. */
export const formatFixed = (value: number, decimals: number): string => roundTo(value, decimals).toFixed(decimals);
