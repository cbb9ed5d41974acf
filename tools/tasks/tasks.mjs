// The tasks behind the npm scripts, run by run.mjs under a Node that is new enough and with the packages in place.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { env, run, say, stop } from '../run.mjs';
import { apt, findBrowser } from './browser.mjs';
import { findEngines } from './engines.mjs';
import { isInstalled, serverNames, serverPackages } from './servers.mjs';

const bin = {
  astro: 'node_modules/astro/bin/astro.mjs',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/@playwright/test/cli.js',
  stryker: 'node_modules/@stryker-mutator/core/bin/stryker.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};
const node = (args, options) => run(process.execPath, args, options);
const must = (status) => status === 0 || process.exit(status);
const build = (options) => node([bin.astro, 'build'], options);

/** Type check of pages and code, then of src/core alone, where the DOM's types do not exist. */
function typeCheck() {
  const site = node([bin.astro, 'check', '--minimumFailingSeverity', 'warning']);
  const core = node([bin.tsc, '-p', 'src/core']);
  return site === 0 && core === 0;
}

/** Counts of a JSON report; a report that is missing counts as one failure, so that silence never passes. */
function count(file, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  return read(JSON.parse(readFileSync(file, 'utf8')));
}

/** Runs tests with Vitest; gives its counts. A test of a server that is not installed says so and does not count. */
function vitest(config, file, ...tests) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  node([bin.vitest, 'run', '--config', config, ...reporters, ...tests]);
  return count(file, (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0).length,
  }));
}

/** The journeys in the engines beside Chromium. With EVERY_ENGINE=1 all are installed, and a missing one is a failure. */
function engineJourneys() {
  const wanted = env.EVERY_ENGINE === '1';
  const { tests, env: programs, missing } = findEngines(wanted);
  Object.assign(env, programs);
  const { passed, failed } =
    tests.length > 0
      ? vitest('tests/engines/vitest.config.ts', 'reports/engines.json', ...tests)
      : { passed: 0, failed: 0 };
  return { passed, failed: failed + (wanted ? missing : 0) };
}

/** Installs the servers that the examples in deploy/ are for, where they are missing and we may. */
function installServers() {
  if (!serverNames.every(isInstalled)) apt('--no-install-recommends', ...serverPackages);
}

/** Ends with the line `N passed, N failed`. */
function finish(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exit(sum('failed') === 0 ? 0 : 1);
}

/** Runs every test, says what could not run, and ends with the line `N passed, N failed`. */
async function test() {
  rmSync('reports', { recursive: true, force: true });
  mkdirSync('reports');
  const results = [];
  const checked = typeCheck();
  results.push({ passed: Number(checked), failed: Number(!checked) });

  results.push(vitest('tests/vitest.config.ts', 'reports/vitest.json'));

  const built = build() === 0 && node(['tools/tasks/test-builds.mjs']) === 0;
  results.push({ passed: Number(built), failed: Number(!built) });
  if (built && env.EVERY_ENGINE === '1') installServers();
  if (built) results.push(vitest('tests/built.vitest.config.ts', 'reports/built.json'));
  const browser = built ? await findBrowser() : undefined;
  if (browser?.problem) say(`\n${browser.problem}`);
  if (browser?.executable) {
    Object.assign(env, browser.env, {
      CHROMIUM: browser.executable,
      PLAYWRIGHT_JSON_OUTPUT_NAME: path.resolve('reports/browser.json'),
    });
    node([bin.playwright, 'test', '--config', 'tests/browser/playwright.config.ts', '--reporter=dot,json']);
    results.push(
      count('reports/browser.json', ({ stats, errors }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected + Math.max(errors.length, Number(stats.expected === 0)), // a run that did not start is no pass
      })),
    );
  } else {
    results.push({ passed: 0, failed: 1 }); // browser tests that did not run are not a pass
  }
  if (built) results.push(engineJourneys());
  finish(results);
}

const tasks = {
  dev: (...args) => must(node([bin.astro, 'dev', ...args])),
  build: () => must(build()),
  start: async (...args) => {
    must(build());
    const { serve } = await import('./serve.mjs');
    await serve({ port: Number(args[args.indexOf('--port') + 1]) || 4321 });
  },
  check: () => {
    const style = node([bin.biome, 'check', '.']) === 0;
    process.exit(typeCheck() && style ? 0 : 1);
  },
  format: () => must(node([bin.biome, 'check', '--write', '.'])),
  test,
  engines: () => {
    must(build({ quiet: true }));
    mkdirSync('reports', { recursive: true });
    rmSync('reports/engines.json', { force: true });
    finish([engineJourneys()]);
  },
  sbom: () => must(node(['tools/astro/sbom.mjs'])),
  compress: (...args) => must(node(['tools/tasks/compress.mjs', ...args])),
  axe: async (...args) => {
    must(build({ quiet: true }));
    const { executable, problem, env: needs } = await findBrowser();
    if (!executable) stop(problem ?? 'There is no browser to look with.');
    Object.assign(env, needs, { CHROMIUM: executable });
    must(node([bin.playwright, 'test', '--config', 'tests/axe/playwright.config.ts', ...args]));
  },
  trivium: (...args) => must(node(['src/cli/trivium.ts', ...args])),
  size: () => {
    must(build({ quiet: true }));
    must(node(['tools/tasks/size.ts']));
  },
  lighthouse: (...args) => {
    must(build({ quiet: true }));
    must(node(['tools/bench/lighthouse.ts', ...args]));
  },
  bench: (...args) => must(node(['tools/bench/bench.ts', ...args])),
  relevance: (...args) => must(node(['tools/tasks/relevance.ts', ...args])),
  teams: (...args) => must(node(['tools/tasks/teams.ts', ...args])),
  fuzz: (...args) => must(node(['tools/tasks/fuzz.ts', ...args])),
  mutation: (...args) => must(node([bin.stryker, 'run', 'tests/stryker.config.json', ...args])),
};

const [name = '', ...args] = process.argv.slice(2);
const task = tasks[name] ?? stop(`There is no task "${name}". There are: ${Object.keys(tasks).join(', ')}.`);
await task(...args);
