import { defineConfig } from 'vitest/config';

// The tests that mutants have to survive: those of the assessment and the report, with fewer runs of each property and
// without the generated teams, which take ten seconds for every mutant.
export default defineConfig({
  test: {
    include: ['tests/core/**/*.test.ts'],
    exclude: ['tests/core/assessment/teams.test.ts', 'tests/core/{model,knowledge,render}/**'],
    environment: 'node',
    env: { FEWER_RUNS: 'yes' },
    testTimeout: 120_000,
  },
});
