// Finds a Chromium for the tests, or gets one: named by the person, installed, from npm, from Playwright, from apt.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { env, install, run, say } from '../run.mjs';

const installed = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
};

/** A file is not yet a browser: some systems put a stub there that only asks for an installation. */
export function works(file, extra = {}) {
  if (!file || !existsSync(file)) return false;
  return (
    process.platform === 'win32' ||
    spawnSync(file, ['--version'], { timeout: 20_000, env: { ...env, ...extra } }).status === 0
  );
}

/** The locked Chromium of tools/browser, which brings its own libraries: no root, no system packages. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  install('tools/browser', 'a Chromium for the tests');
  const main = createRequire(path.resolve('tools/browser/package.json')).resolve('@sparticuz/chromium');
  const { default: chromium, inflate } = await import(pathToFileURL(main).href);
  const archive = (name) => inflate(path.join(path.dirname(main), '../bin', name));
  const executable = await chromium.executablePath();
  const libraries = path.join(await archive('al2023.tar.br'), 'lib');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: await archive('fonts.tar.br') };
  const extra = { LD_LIBRARY_PATH: [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':'), ...fonts };
  return works(executable, extra) ? { executable, env: extra } : undefined;
}

/** Playwright's own download, for systems the npm package does not serve. */
async function fromPlaywright() {
  const { chromium } = await import('playwright-core');
  const download = () =>
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      quiet: true,
      timeout: 300_000,
    });
  if (!existsSync(chromium.executablePath()) && download() !== 0) return undefined;
  return { executable: chromium.executablePath(), env: {} };
}

/** Debian's tools ask nothing, and start no service that a package brings. */
const aptEnv = { ...env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

/** Installs Debian's packages, where we may without asking: names and options of `apt-get install`. Says if it worked. */
export function apt(...wanted) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const get = (...args) => run('apt-get', ['-qq', '-y', ...args], { quiet: true, env: aptEnv }) === 0;
  return get('update') && get('install', ...wanted);
}

function fromApt() {
  if (!apt('chromium')) return undefined;
  return works('/usr/bin/chromium') ? { executable: '/usr/bin/chromium', env: {} } : undefined;
}

/** Runs one way of getting a browser; a failure there is a reason to try the next, not to stop. */
async function attempt(way) {
  try {
    return await way();
  } catch (error) {
    say(`${way.name}: ${error.message}`);
    return undefined;
  }
}

/**
 * A browser for the tests: `{ executable, env }`, or `{ problem }` with a sentence that says what to install.
 * CHROMIUM=/path/to/it decides alone when set; NO_SYSTEM_BROWSER=1 skips what the system has.
 */
export async function findBrowser() {
  if (env.CHROMIUM) {
    if (works(env.CHROMIUM)) return { executable: env.CHROMIUM, env: {} };
    return {
      problem: `CHROMIUM is "${env.CHROMIUM}", which does not start. Point it at a Chromium or Chrome, or unset it.`,
    };
  }
  const found = env.NO_SYSTEM_BROWSER ? undefined : (installed[process.platform] ?? []).find((file) => works(file));
  if (found) return { executable: found, env: {} };
  say('No Chromium found; getting one for the tests ...');
  for (const way of [fromNpm, fromPlaywright, fromApt]) {
    const browser = await attempt(way);
    if (browser) return browser;
  }
  return {
    problem:
      'The browser tests did not run: there is no Chromium and none could be installed.\n' +
      'Install Chromium or Chrome (Debian and Ubuntu: apt-get install chromium), or run CHROMIUM=/path/to/it npm test.',
  };
}
