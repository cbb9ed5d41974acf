// The programs of the toolchain, started under the Node that runs this.
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import process from 'node:process';
import { moveClientManifest } from '../astro/client-manifest.mjs';
import { readSiteAddress } from '../astro/site-address.mjs';
import { inTurn } from '../in-turn.mjs';
import { endOf, env, isWritable, readOnly, run, say, stop } from '../run.mjs';

/** The file that starts each program. */
export const bin = {
  astro: 'node_modules/astro/bin/astro.mjs',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** Runs a script with Node; resolves to its exit status. */
export const node = (args, options) => run(process.execPath, args, options);

/**
 * Starts a script with Node while this process waits for other programs.
 * @param file where the output goes until the script has ended
 * @returns a function that waits for the end, prints the output and resolves to the exit status
 */
export function startNode(args, file) {
  const output = openSync(file, 'w');
  const ended = endOf(spawn(process.execPath, args, { env, stdio: ['ignore', output, output] }));
  return async () => {
    const status = await ended;
    process.stdout.write(readFileSync(file));
    return status;
  };
}

/** Ends this process with a status other than 0. */
export const must = (status) => status === 0 || process.exit(status);

/** The folder of a build until it moves into place, and the folder that the previous build moves to. */
const [next, former] = ['dist.next', 'dist.former'];

/** Replaces the previous build, which may be in use by a server, with a finished one. */
function takePlace() {
  rmSync(former, { recursive: true, force: true });
  if (existsSync('dist')) renameSync('dist', former);
  renameSync(next, 'dist');
  moveClientManifest(next, 'dist');
  rmSync(former, { recursive: true, force: true });
}

async function buildNow(options) {
  rmSync(next, { recursive: true, force: true });
  const status = await node([bin.astro, 'build', '--outDir', next], options);
  if (status === 0) takePlace();
  return status;
}

/** Stops with a sentence if the variables that say where the site will be served cannot be used. */
function checkAddress() {
  try {
    readSiteAddress(process.env);
  } catch (error) {
    stop(error.message);
  }
}

/** Lists what is wrong in an overlay, and stops if anything is, instead of showing it among the output of a build. */
async function checkOverlay() {
  if (process.env.TRIVIUM_OVERLAY) must(await node(['src/cli/trivium.ts', 'check'], { quiet: true }));
}

/** Builds the site into dist, one build at a time; resolves to the exit status. If a build fails, dist does not change. */
export async function build(options) {
  if (!isWritable('.')) stop(readOnly('the site cannot be built'));
  checkAddress();
  await checkOverlay();
  return inTurn(
    '.',
    'build',
    () => buildNow(options),
    (owner) => say(`Process ${owner} is building the site; waiting for it ...`),
  );
}

/** Checks the types of pages and code, then of src/core alone, which has no DOM types. True if both pass. */
export async function typeCheck() {
  const isSiteSound = (await node([bin.astro, 'check', '--minimumFailingSeverity', 'warning'])) === 0;
  const isCoreSound = (await node([bin.tsc, '-p', 'src/core'])) === 0;
  return isSiteSound && isCoreSound;
}
