import { defineConfig } from 'vitest/config';

// The tests that mutants have to survive: those of the core, without command line and browser.
export default defineConfig({ test: {
    testTimeout: 120_000, // no test is timed; a slow machine takes longer include: ['tests/core/**/*.test.ts'], environment: 'node' } });
