import { defineConfig } from 'vitest/config';

// Tests of the site as it was built: dist/ and what tools/tasks/test-builds.mjs makes.
export default defineConfig({
  test: {
    testTimeout: 120_000,
    maxWorkers: '100%',
    root: '.',
    include: ['tests/built/**/*.test.ts'],
    environment: 'node',
  },
});
