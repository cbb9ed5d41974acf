import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 120_000, // no test is timed; a slow machine takes longer
    hookTimeout: 120_000,
    maxWorkers: '100%', // by default one core is left for the main process, which does little: half of two cores
    root: '.',
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/engines/**', 'tests/built/**'],
          isolate: false, // these tests leave no globals or modules replaced: each worker loads modules and content once
        },
      },
      { extends: true, test: { name: 'app', include: ['src/**/*.test.{ts,tsx}'] } },
    ],
  },
});
