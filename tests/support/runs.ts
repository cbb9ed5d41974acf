import process from 'node:process';

/** How often a property is tried: fewer times in mutation testing, where every property is tried for every mutant. */
export const runs = (count: number): { numRuns: number } => ({
  numRuns: process.env['FEWER_RUNS'] ? Math.ceil(count / 10) : count,
});
