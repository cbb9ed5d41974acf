import { defineConfig } from 'vitest/config';

// The tests that mutants have to survive: those of the core, without command line and browser.
export default defineConfig({
  test: { include: ['tests/core/**/*.test.ts'], environment: 'node', testTimeout: 120_000 },
});
