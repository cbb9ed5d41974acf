import { defineConfig } from 'vitest/config';

// The tests that mutants have to survive: those of the core, without command line and browser, and without the
// generated teams, which take ten seconds for every mutant.
export default defineConfig({
  test: {
    include: ['tests/core/**/*.test.ts'],
    exclude: ['tests/core/assessment/teams.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
  },
});
