// The programs of the toolchain, started under the Node that runs this.
import process from 'node:process';
import { run } from '../run.mjs';

/** The file that starts each program. */
export const bin = {
  astro: 'node_modules/astro/bin/astro.mjs',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/@playwright/test/cli.js',
  stryker: 'node_modules/@stryker-mutator/core/bin/stryker.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Runs a script with Node; returns its exit status. */
export const node = (args, options) => run(process.execPath, args, options);

/** Ends this process with a status other than 0. */
export const must = (status) => status === 0 || process.exit(status);

/** Builds the site into dist; returns the exit status. */
export const build = (options) => node([bin.astro, 'build'], options);

/** Checks the types of pages and code, then of src/core alone, which has no DOM types. True if both pass. */
export function typeCheck() {
  const isSiteSound = node([bin.astro, 'check', '--minimumFailingSeverity', 'warning']) === 0;
  const isCoreSound = node([bin.tsc, '-p', 'src/core']) === 0;
  return isSiteSound && isCoreSound;
}
