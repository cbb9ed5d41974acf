// Tests the package on the oldest and the newest Node that it names, which npm brings: npm run every-node
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { env, installedNode, nodePackage, nodePlatform, npm, run, say } from '../run.mjs';
import { bin } from '../tasks/toolchain.mjs';
import { newestNode, nodeRange } from './manifest.ts';

/** Installs one version of Node into a folder. Resolves to the path of its program; undefined if npm cannot bring it. */
async function installNode(version: string, folder: string): Promise<string | undefined> {
  const name = nodePackage();
  if (name === undefined) return undefined;
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error', '--prefix', folder];
  if ((await npm(['install', `${name}@${version}`, ...flags])) !== 0) return undefined;
  return installedNode(folder, name).program;
}

/** Runs the tests of the package with one version of Node. Resolves to whether they pass. */
async function testWith(version: string): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trivium-node-'));
  try {
    const node = await installNode(version, folder);
    if (node === undefined) {
      say(`npm has no Node ${version} for ${nodePlatform}.`);
      return false;
    }
    say(`\nThe package on Node ${version}:`);
    const tests = [bin.vitest, 'run', '--config', 'tests/vitest.config.ts', '--reporter=dot', 'tests/package'];
    Object.assign(env, { PACKAGE_NODE: node });
    return (await run(process.execPath, tests)) === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const oldestNode = `${nodeRange.replace('>=', '')}.0`;
const failed: string[] = [];
for (const version of [oldestNode, newestNode]) if (!(await testWith(version))) failed.push(version);
say(failed.length === 0 ? 'The package runs on both.' : `The package does not run on Node ${failed.join(' and ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
