// Finds a Chromium for the tests: the one in CHROMIUM, an installed one, or one from npm, Playwright or apt, in this order.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { env, install, run, say } from '../run.mjs';

/** Where systems install a browser. */
const systemBrowsers = {
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

/** Whether a file starts as a browser. Some systems have a stub there that only asks for an installation. */
export function isBrowser(file, extraEnv = {}) {
  if (!file || !existsSync(file)) return false;
  return (
    process.platform === 'win32' ||
    spawnSync(file, ['--version'], { timeout: 20_000, env: { ...env, ...extraEnv } }).status === 0
  );
}

/** The locked Chromium in tools/browser. It brings its own libraries, so it needs neither root nor system packages. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  await install('tools/browser', 'a Chromium for the tests');
  const main = createRequire(path.resolve('tools/browser/package.json')).resolve('@sparticuz/chromium');
  const { default: chromium, inflate } = await import(pathToFileURL(main).href);
  const archive = (name) => inflate(path.join(path.dirname(main), '../bin', name));
  const executable = await chromium.executablePath();
  const libraries = path.join(await archive('al2023.tar.br'), 'lib');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: await archive('fonts.tar.br') };
  const browserEnv = { LD_LIBRARY_PATH: [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':'), ...fonts };
  return isBrowser(executable, browserEnv) ? { executable, env: browserEnv } : undefined;
}

/** Playwright's own download, for systems that the npm package does not support. */
async function fromPlaywright() {
  const { chromium } = await import('playwright-core');
  const download = () =>
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], {
      quiet: true,
      timeout: 300_000,
    });
  if (!existsSync(chromium.executablePath()) && (await download()) !== 0) return undefined;
  return { executable: chromium.executablePath(), env: {} };
}

/** Keeps Debian's tools from asking questions, and from starting the services of packages. */
const aptEnv = { ...env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

/** Installs Debian packages if we are root; takes names and options of `apt-get install`. Resolves to whether it worked. */
export async function apt(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const get = async (...args) => (await run('apt-get', ['-qq', '-y', ...args], { quiet: true, env: aptEnv })) === 0;
  return (await get('update')) && (await get('install', ...packages));
}

/** The Chromium or Chrome that is installed; undefined if there is none. */
const installedBrowser = () => (systemBrowsers[process.platform] ?? []).find((file) => isBrowser(file));

/** The system's package, if we may install it. */
async function fromApt() {
  const executable = (await apt('chromium')) && installedBrowser();
  return executable ? { executable, env: {} } : undefined;
}

/**
 * The installed Chromium, even with NO_SYSTEM_BROWSER=1: the one in tools/browser is a headless shell, which has no
 * back/forward cache. Undefined if none is installed; with `isRequired` it first tries to install one.
 */
export const findFullBrowser = async (isRequired) =>
  installedBrowser() ?? (isRequired ? (await fromApt())?.executable : undefined);

/** Tries one way to get a browser. If it throws, the next way is tried. */
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
 * CHROMIUM=/path/to/it allows only that one; NO_SYSTEM_BROWSER=1 ignores installed browsers here.
 */
export async function findBrowser() {
  if (env.CHROMIUM) {
    if (isBrowser(env.CHROMIUM)) return { executable: env.CHROMIUM, env: {} };
    return {
      problem: `CHROMIUM is "${env.CHROMIUM}", which does not start. Point it at a Chromium or Chrome, or unset it.`,
    };
  }
  const executable = env.NO_SYSTEM_BROWSER ? undefined : installedBrowser();
  if (executable) return { executable, env: {} };
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
