import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/engines/*.test.ts'],
    testTimeout: 180_000, // no journey is timed; a slow machine takes longer
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000, interval: 50 } },
    maxWorkers: 2, // one for each engine: they wait more than they work
    environment: 'node',
  },
});
