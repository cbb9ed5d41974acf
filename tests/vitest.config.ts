import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 120_000, // no test is timed; a slow machine takes longer
    root: '.',
    include: ['tests/**/*.test.ts', 'src/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'tests/engines/**', 'tests/built/**'],
    environment: 'node',
  },
});
