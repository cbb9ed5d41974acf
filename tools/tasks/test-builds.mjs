// Builds the site four times more for tests/built and tests/browser: once again in another time zone and language with an
// empty cache, once below /sub/ (base.spec.ts), once with the example of an overlay (overlay.spec.ts), and once in a
// made-up language that is longer and runs from right to left (pseudo.spec.ts). Usage: node tools/tasks/test-builds.mjs
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder and the base path of each build. */
export const testBuilds = {
  again: { folder: 'reports/builds/again', base: '/' },
  sub: { folder: 'reports/builds/sub', base: '/sub/' },
  overlay: { folder: 'reports/builds/overlay', base: '/' },
  pseudo: { folder: 'reports/builds/pseudo', base: '/' },
};
/** The environment of everything that runs with the example of an overlay. */
export const exampleOverlay = { TRIVIUM_OVERLAY: path.resolve('examples/acme-parcel') };

const withSlashes = (file) => file.replaceAll('\\', '/');

/**
 * Whether the browser tests that arguments of Playwright choose look at one of these builds. If no argument is a part of
 * the path of a file, they may choose any.
 */
export function areTestBuildsNeeded(args, folder = 'tests/browser') {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => path.posix.join(folder, name));
  const parts = args
    .filter((_, index) => !/^(-g|--grep|--grep-invert)$/.test(args[index - 1] ?? ''))
    .map((arg) => withSlashes(arg).replace(`${withSlashes(path.resolve())}/`, ''))
    .map((arg) => arg.replaceAll(/^\.\/|(:\d+)+$/g, ''));
  const chosenFiles = files.filter((file) => parts.some((part) => file.includes(part)));
  return chosenFiles.length === 0 || chosenFiles.some((file) => readFileSync(file, 'utf8').includes('test-builds.mjs'));
}

const elsewhere = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

function build({ folder, base }, env, ...options) {
  const args = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_BASE: base, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) process.stderr.write(`${stdout}\n${stderr}\n`);
  return status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const areBuilt =
    build(testBuilds.again, elsewhere, '--force') &&
    build(testBuilds.sub, {}) &&
    build(testBuilds.overlay, exampleOverlay) &&
    build(testBuilds.pseudo, { TRIVIUM_PSEUDO: 'rtl' });
  process.exit(areBuilt ? 0 : 1);
}
