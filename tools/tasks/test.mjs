// Runs the tests: all of them (`npm test`), or some files of one kind (`npm run unit`, `npm run browser`).
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { env, say, stop } from '../run.mjs';
import { apt, findBrowser, findFullBrowser } from './browser.mjs';
import { findEngines } from './engines.mjs';
import { isInstalled, serverNames, serverPackages } from './servers.mjs';
import { playwrightDurations, slowestLines, vitestDurations } from './slowest.mjs';
import { areTestBuildsNeeded, exampleOverlay, testBuilds } from './test-builds.mjs';
import { bin, build, must, node, startNode } from './toolchain.mjs';

const unitConfig = 'tests/vitest.config.ts';
const browserConfig = 'tests/browser/playwright.config.ts';
const isEveryEngineRequired = env.EVERY_ENGINE === '1';

/** One check that is no test suite, counted as one test. */
const counted = (hasPassed) => ({ passed: Number(hasPassed), failed: Number(!hasPassed) });

/** The counts of a JSON report. A missing report counts as one failure, so that a crash never passes. */
function countReport(file, read) {
  if (!existsSync(file)) return counted(false);
  return read(JSON.parse(readFileSync(file, 'utf8')));
}

/** Runs the tests that hold for any pack once more, with the example of an overlay. */
async function runRules() {
  Object.assign(env, exampleOverlay);
  const counts = await runVitest(unitConfig, 'reports/rules.json');
  delete env.TRIVIUM_OVERLAY;
  return counts;
}

/**
 * Runs Vitest and returns its counts. Skipped tests (a server that is not installed) count as neither. An error outside of
 * a test, which the report leaves out, counts as a failure.
 */
async function runVitest(config, file, ...tests) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitStatus = await node([bin.vitest, 'run', '--config', config, ...reporters, ...tests]);
  const isBroken = ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0;
  return countReport(file, (report) => {
    const failed = report.numFailedTests + report.testResults.filter(isBroken).length;
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && exitStatus !== 0 ? 1 : failed,
      durations: vitestDurations(report),
    };
  });
}

/** Names the browsers in the environment, where the browser tests look for them. */
async function setBrowsers({ executable, env: browserEnv }) {
  const full = env.CHROMIUM ?? (await findFullBrowser(isEveryEngineRequired)) ?? executable;
  Object.assign(env, browserEnv, { CHROMIUM: executable, FULL_CHROMIUM: full });
}

/** Runs Playwright in a browser of ours and returns its counts. */
async function runPlaywright(browser) {
  const file = path.resolve('reports/browser.json');
  await setBrowsers(browser);
  env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  await node([bin.playwright, 'test', '--config', browserConfig, '--reporter=dot,json']);
  return countReport(file, ({ stats, errors, suites, config }) => ({
    durations: playwrightDurations({ suites, config }),
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + Math.max(errors.length, Number(stats.expected === 0)), // no test ran: a failure
  }));
}

/** Runs the browser tests; without a browser they count as one failure. */
async function runBrowserTests() {
  const browser = await findBrowser();
  if (browser.executable) return runPlaywright(browser);
  say(`\n${browser.problem}`);
  return counted(false);
}

/** Runs the journeys in the other engines. With EVERY_ENGINE=1 it installs them, and a missing engine is a failure. */
async function runEngineJourneys() {
  const { tests, env: programs, missing } = await findEngines(isEveryEngineRequired);
  Object.assign(env, programs);
  const file = 'reports/engines.json';
  const counts =
    tests.length > 0 ? await runVitest('tests/engines/vitest.config.ts', file, ...tests) : { passed: 0, failed: 0 };
  return { ...counts, failed: counts.failed + (isEveryEngineRequired ? missing : 0) };
}

/** Everything that needs a built site. */
async function runBuiltTests() {
  if (isEveryEngineRequired && !serverNames.every(isInstalled)) await apt('--no-install-recommends', ...serverPackages);
  return [
    await runVitest('tests/built.vitest.config.ts', 'reports/built.json'),
    await runBrowserTests(),
    await runEngineJourneys(),
  ];
}

/** Prints the slowest tests and, as the last line, `N passed, N failed`; then ends the process. */
function finish(results) {
  const lines = slowestLines(results.flatMap(({ durations = [] }) => durations));
  if (lines.length > 0) process.stdout.write(`\n${lines.join('\n')}\n`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exit(sum('failed') === 0 ? 0 : 1);
}

/** Runs every test, says which could not run, and ends with the line `N passed, N failed`. */
export async function testAll() {
  rmSync('reports', { recursive: true, force: true });
  mkdirSync('reports');
  // A build takes little more than one core, and most unit tests wait for a program in turns: together they fill two.
  const waitForBuilds = startNode(['tools/tasks/check-and-build.mjs'], 'reports/builds.txt');
  const units = await runVitest(unitConfig, 'reports/vitest.json');
  const rules = await runRules();
  const status = await waitForBuilds();
  const [types, builds] = [counted((status & 1) === 0), counted((status & 2) === 0)];
  // Without a build the browser tests could not run, which counts as a failure too.
  finish([types, units, rules, builds, ...(builds.failed > 0 ? [counted(false)] : await runBuiltTests())]);
}

/** Builds the site, then runs the journeys in the engines that are installed. */
export async function testEngines() {
  must(await build({ quiet: true }));
  mkdirSync('reports', { recursive: true });
  rmSync('reports/engines.json', { force: true });
  finish([await runEngineJourneys()]);
}

/** Runs the unit tests of some files, or all; further arguments are Vitest's. */
export const testUnits = async (...args) => must(await node([bin.vitest, 'run', '--config', unitConfig, ...args]));

/** Finds a browser for the tests and puts it where they look for it; stops if there is none. */
export async function useBrowser() {
  const browser = await findBrowser();
  if (!browser.executable) stop(browser.problem ?? 'There is no browser.');
  await setBrowsers(browser);
}

/**
 * Builds the site and runs the browser tests of some files, or all; further arguments are Playwright's. With --no-build it
 * takes the site in dist as it is.
 */
export async function testInBrowser(...args) {
  const playwrightArgs = args.filter((arg) => arg !== '--no-build');
  if (playwrightArgs.length === args.length) must(await build({ quiet: true }));
  const areBuilt = Object.values(testBuilds).every(({ folder }) => existsSync(folder));
  if (areTestBuildsNeeded(playwrightArgs) && !(areBuilt && args.includes('--no-build')))
    must(await node(['tools/tasks/test-builds.mjs']));
  await useBrowser();
  must(await node([bin.playwright, 'test', '--config', browserConfig, ...playwrightArgs]));
}
