import { defineConfig } from 'vitest/config';

// The tests that should catch mutants: those of the assessment and the report, with fewer runs of each property and
// without the two files of generated teams, which take longer than all the others together.
export default defineConfig({
  test: {
    include: ['tests/core/*.test.ts', 'tests/core/{assessment,report}/**/*.test.ts'],
    exclude: ['tests/core/assessment/{arms,teams}.test.ts'],
    environment: 'node',
    isolate: false, // content is read once for all files, which takes longer than most of their tests
    env: { FEWER_RUNS: 'yes' },
    testTimeout: 120_000,
  },
});
