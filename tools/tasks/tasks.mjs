// The tasks behind the npm scripts. run.mjs starts this under a suitable Node, with the packages installed.
import process from 'node:process';
import { stop } from '../run.mjs';
import { testAll, testEngines, testInBrowser, testUnits, useBrowser } from './test.mjs';
import { bin, build, must, node, typeCheck } from './toolchain.mjs';

/** A task that runs a script with the arguments of the command. */
const script =
  (...command) =>
  (...args) =>
    must(node([...command, ...args]));

/** A task that builds the site before it runs a script. */
const scriptOnBuild =
  (...command) =>
  (...args) => {
    must(build({ quiet: true }));
    must(node([...command, ...args]));
  };

async function start(...args) {
  must(build());
  const { serve } = await import('./serve.mjs');
  await serve({ port: Number(args[args.indexOf('--port') + 1]) || 4321 });
}

function check() {
  const isTidy = node([bin.biome, 'check', '.']) === 0;
  process.exit(typeCheck() && isTidy ? 0 : 1);
}

async function axe(...args) {
  must(build({ quiet: true }));
  await useBrowser();
  must(node([bin.playwright, 'test', '--config', 'tests/axe/playwright.config.ts', ...args]));
}

const tasks = {
  dev: script(bin.astro, 'dev'),
  build: () => must(build()),
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
  trivium: script('src/cli/trivium.ts'),
  size: scriptOnBuild('tools/tasks/size.ts'),
  lighthouse: scriptOnBuild('tools/bench/lighthouse.ts'),
  bench: script('tools/bench/bench.ts'),
  relevance: script('tools/tasks/relevance.ts'),
  teams: script('tools/tasks/teams.ts'),
  fuzz: script('tools/tasks/fuzz.ts'),
  mutation: script(bin.stryker, 'run', 'tests/stryker.config.json'),
};

const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name] ?? stop(`There is no task "${name}". There are: ${Object.keys(tasks).join(', ')}.`);
await task(...args);
