import { globSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { rules } from './suites.ts';

/** A suite of tests that leave no globals or modules replaced: each worker loads modules and content once. */
const suite = (name: string, include: string[], exclude: string[]) => ({
  extends: true as const,
  test: { name, include, exclude, isolate: false },
});
const elsewhere = ['tests/browser/**', 'tests/engines/**', 'tests/built/**'];

const rulesSuite = suite('rules', rules, []);
/**
 * Tests of src that replace modules or globals. Each runs in a worker of its own, so that no timer of another file writes
 * to its storage.
 */
const replacing = globSync('src/**/*.test.{ts,tsx}')
  .filter((file) =>
    /vi\.(mock|hoisted|stubGlobal|useFakeTimers)\(|stubBrowser|FakeBrowser|answersLost/.test(
      readFileSync(file, 'utf8'),
    ),
  )
  .map((file) => file.replaceAll('\\', '/'));
const setupFiles = ['tests/support/no-network.ts'];
const app = suite('app', ['src/**/*.test.{ts,tsx}'], replacing);
const others = [
  suite('official', ['tests/**/*.test.ts'], [...elsewhere, ...rules]),
  { ...app, test: { ...app.test, setupFiles } },
  { extends: true as const, test: { name: 'app, on its own', include: replacing, setupFiles } },
];

export default defineConfig({
  test: {
    testTimeout: 120_000, // no test is timed; a slow machine takes longer
    hookTimeout: 120_000,
    maxWorkers: '100%', // by default one core is left for the main process, which does little: half of two cores
    root: '.',
    environment: 'node',
    // Under an overlay, only what holds for any pack.
    projects: process.env['TRIVIUM_OVERLAY'] ? [rulesSuite] : [rulesSuite, ...others],
  },
});
