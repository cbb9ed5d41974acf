// Finds the engines beside Chromium for the journeys of tests/engines, or gets them where they have to be there.
import { existsSync } from 'node:fs';
import { env, say } from '../run.mjs';
import { apt, works } from './browser.mjs';

/** Engines, the programs that each needs with the places where systems put them, and what brings them. */
const engines = [
  {
    name: 'Firefox',
    test: 'firefox',
    programs: {
      FIREFOX: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    },
    packages: ['firefox-esr'],
    other: 'elsewhere install Firefox; FIREFOX=/path/to/it names one',
  },
  {
    name: 'WebKit',
    test: 'webkit',
    programs: { WEBKIT: ['/usr/bin/WebKitWebDriver'], XVFB: ['/usr/bin/Xvfb'] },
    packages: ['webkit2gtk-driver', 'xvfb'],
    other: 'on Linux only',
  },
];

/** The programs of an engine by the name of their variable; undefined where one is missing. */
function programsOf({ programs }) {
  const found = Object.entries(programs).map(([name, files]) => {
    const file = (env[name] ? [env[name]] : files).find((each) => existsSync(each));
    return [name, name === 'FIREFOX' && !works(file) ? undefined : file]; // the others cannot say their version
  });
  return found.every(([, file]) => file) ? Object.fromEntries(found) : undefined;
}

/**
 * The engines that are there: `{ tests, env, missing }`, the names of their test files, what those have to know, and how
 * many were not found, of which a sentence has said so. With `wanted` they are installed first, where that is possible.
 */
export function findEngines(wanted) {
  const lacking = engines.filter((engine) => !programsOf(engine));
  if (wanted && lacking.length > 0) {
    say(`Installing ${lacking.map(({ name }) => name).join(' and ')} ...`);
    apt('--no-install-recommends', ...lacking.flatMap(({ packages }) => packages));
  }
  const found = { tests: [], env: {}, missing: 0 };
  for (const engine of engines) {
    const programs = programsOf(engine);
    if (programs) {
      found.tests.push(`tests/engines/${engine.test}.test.ts`);
      Object.assign(found.env, programs);
    } else {
      found.missing += 1;
      const { name, packages, other } = engine;
      say(
        `The journeys did not run in ${name}, which was not found. Debian: apt-get install ${packages.join(' ')}; ${other}.`,
      );
    }
  }
  return found;
}
