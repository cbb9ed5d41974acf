/** The sum of some numbers; 0 of none. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The mean of some numbers; NaN of none. */
export const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
