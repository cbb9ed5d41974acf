import process from 'node:process';

/** A number of runs, reduced to a tenth in mutation testing, which runs every test for every mutant. */
export const fewer = (count: number): number => (process.env['FEWER_RUNS'] ? Math.ceil(count / 10) : count);

/** The same as an option of fast-check. */
export const runs = (count: number): { numRuns: number } => ({ numRuns: fewer(count) });
