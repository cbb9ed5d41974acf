import process from 'node:process';

/** How many of so many are tried: fewer in mutation testing, where every test is run for every mutant. */
export const fewer = (count: number): number => (process.env['FEWER_RUNS'] ? Math.ceil(count / 10) : count);

/** The same for a property, as fast-check takes it. */
export const runs = (count: number): { numRuns: number } => ({ numRuns: fewer(count) });
