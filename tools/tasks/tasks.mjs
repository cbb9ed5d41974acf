// The tasks behind the npm scripts. run.mjs starts this under a suitable Node, with the packages installed.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { env, fail, install, isWritable, say, stop } from '../run.mjs';
import { portProblem, readPort } from './port.mjs';
import { serve } from './serve.mjs';
import { testAll, testEngines, testInBrowser, testUnits, useBrowser } from './test.mjs';
import { bin, build, must, node, typeCheck } from './toolchain.mjs';

/** A task that runs a script with the arguments of the command. */
const script =
  (...command) =>
  async (...args) =>
    must(await node([...command, ...args]));

/** A task that builds the site before it runs a script. */
const scriptOnBuild =
  (...command) =>
  async (...args) => {
    must(await build({ quiet: true }));
    must(await node([...command, ...args]));
  };

/** Builds the site; in a read-only folder, uses the existing build if there is one. */
async function buildToServe() {
  const isKept = !isWritable('.') && existsSync('dist/index.html');
  if (isKept) say('This folder is read-only: serving the site as it was built before.');
  else must(await build());
}

async function start(...args) {
  const { port, problem } = readPort(args, env);
  const obstacle = problem ?? (await portProblem({ port }));
  if (obstacle !== undefined) stop(obstacle);
  await buildToServe();
  await serve({ port });
}

async function check() {
  const isTidy = (await node([bin.biome, 'check', '.'])) === 0;
  process.exit((await typeCheck()) && isTidy ? 0 : 1);
}

async function axe(...args) {
  must(await build({ quiet: true }));
  await useBrowser();
  must(await node([bin.playwright, 'test', '--config', 'tests/axe/playwright.config.ts', ...args]));
}

/** Damages links and files; with `--tabs [steps] [seed]`, lets a person with two tabs act at random in a browser. */
async function fuzz(...args) {
  if (args[0] !== '--tabs') return script('tools/tasks/fuzz.ts')(...args);
  const [, steps = '5000', seed = '1'] = args;
  Object.assign(env, { TAB_STEPS: steps, TAB_SEED: seed });
  return testInBrowser('tests/browser/faults.spec.ts');
}

/** Changes the code of the assessment in many ways, one after another, and lists the changes that no test notices. */
async function mutation(...args) {
  await install('tools/mutation', 'Stryker');
  const stryker = 'tools/mutation/node_modules/@stryker-mutator/core/bin/stryker.js';
  must(await node([stryker, 'run', 'tests/stryker.config.json', ...args]));
}

const tasks = {
  dev: script(bin.astro, 'dev'),
  build: async () => must(await build()),
  start,
  check,
  format: script(bin.biome, 'check', '--write', '.'),
  test: testAll,
  unit: testUnits,
  browser: testInBrowser,
  engines: testEngines,
  axe,
  sbom: script('tools/astro/sbom.mjs'),
  compress: script('tools/tasks/compress.mjs'),
  size: scriptOnBuild('tools/tasks/size.ts'),
  lighthouse: scriptOnBuild('tools/bench/lighthouse.ts'),
  bench: script('tools/bench/bench.ts'),
  relevance: script('tools/tasks/relevance.ts'),
  teams: script('tools/tasks/teams.ts'),
  words: script('tools/tasks/words.ts'),
  new: script('tools/tasks/new.ts'),
  package: script('tools/package/package.ts'),
  'every-node': script('tools/package/every-node.ts'),
  architecture: script('tools/architecture/architecture.ts'),
  release: script('tools/release/release.ts'),
  'release-pack': script('tools/tasks/release-pack.ts'),
  fuzz,
  interop: script('tools/tasks/interop.ts'),
  pictures: scriptOnBuild('tools/tasks/pictures.ts'),
  mutation,
};

const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name)
  ? tasks[name]
  : stop(`There is no task "${name}". There are: ${['trivium', ...Object.keys(tasks)].join(', ')}.`);
await task(...args).catch(fail);
