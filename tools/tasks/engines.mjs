// Finds Firefox and WebKit for the journeys of tests/engines, and installs them where they are required.
import { existsSync } from 'node:fs';
import { env, say } from '../run.mjs';
import { apt, isBrowser } from './browser.mjs';

/** The engines, with the programs that each needs, where systems install them, and the packages that contain them. */
const engines = [
  {
    name: 'Firefox',
    test: 'firefox',
    programs: {
      FIREFOX: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    },
    packages: ['firefox-esr'],
    otherSystems: 'elsewhere install Firefox; FIREFOX=/path/to/it names one',
  },
  {
    name: 'WebKit',
    test: 'webkit',
    programs: { WEBKIT: ['/usr/bin/WebKitWebDriver'], XVFB: ['/usr/bin/Xvfb'] },
    packages: ['webkit2gtk-driver', 'xvfb'],
    otherSystems: 'on Linux only',
  },
];

/** The programs of an engine by the variable that names each; undefined if one is missing. */
function programsOf({ programs }) {
  const installed = Object.entries(programs).map(([name, files]) => {
    const file = (env[name] ? [env[name]] : files).find((candidate) => existsSync(candidate));
    return [name, name === 'FIREFOX' && !isBrowser(file) ? undefined : file]; // the others have no --version
  });
  return installed.every(([, file]) => file) ? Object.fromEntries(installed) : undefined;
}

/**
 * The installed engines: `{ tests, env, missing }`, their test files, the variables that those read, and the number of
 * engines that were not found; prints a sentence for each of these. With `isRequired` it first tries to install them.
 */
export async function findEngines(isRequired) {
  const missingEngines = engines.filter((engine) => !programsOf(engine));
  if (isRequired && missingEngines.length > 0) {
    say(`Installing ${missingEngines.map(({ name }) => name).join(' and ')} ...`);
    await apt('--no-install-recommends', ...missingEngines.flatMap(({ packages }) => packages));
  }
  const result = { tests: [], env: {}, missing: 0 };
  for (const engine of engines) {
    const programs = programsOf(engine);
    if (programs) {
      result.tests.push(`tests/engines/${engine.test}.test.ts`);
      Object.assign(result.env, programs);
    } else {
      result.missing += 1;
      const { name, packages, otherSystems } = engine;
      say(
        `The journeys did not run in ${name}, which was not found. Debian: apt-get install ${packages.join(' ')}; ${otherSystems}.`,
      );
    }
  }
  return result;
}
