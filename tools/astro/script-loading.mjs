// Decides when the pages of a build request their scripts:
// - A page that a script renders requests all of its modules at once, instead of finding them one after the other.
// - Any other page paints first: its scripts have a low priority, so that they take no bandwidth from its stylesheet.
// - A screen of the assessment names the modules that make it usable; its entry script requests them after the first paint.
import { fileURLToPath } from 'node:url';
import { filesNeededBy, readClientManifest } from './client-manifest.mjs';
import { rewritePages } from './rewrite-pages.mjs';

const assessmentEntry = 'src/components/AssessmentApp.astro?astro&type=script&index=0&lang.ts';
const assessmentApp = 'src/app/assess/assessment-app.ts';
const parseAnswers = 'src/core/answers/parse-answers.ts'; // for the stored ones
const reportPage = 'src/app/report/report-page.ts';
const entryOf = (page) => `src/pages/${page}?astro&type=script&index=0&lang.ts`;

/** Pages that a script renders, with the modules it needs for that. */
const scriptedPages = {
  'assess/quick/report/': [assessmentEntry, assessmentApp, reportPage, parseAnswers],
  'assess/full/report/': [assessmentEntry, assessmentApp, reportPage, parseAnswers],
  'open/': [entryOf('open.astro'), reportPage],
  'compare/': [entryOf('compare/index.astro')],
  'together/': [entryOf('together/index.astro')],
  'teams/': [entryOf('teams/index.astro')],
};

/** The module of each screen that the build renders; the first pattern that fits the path counts. */
const screenModules = [
  [/^assess\/$/, 'start/start-screen.ts'],
  [/^assess\/\w+\/check\/$/, 'check/check-screen.ts'],
  [/^assess\/\w+\/stage\/[^/]+\/$/, 'stage/stage-screen.ts'],
  [/^assess\/\w+\/meeting\/[^/]+\/$/, 'meeting/meeting-screen.ts'],
  [/^assess\/\w+\/[^/]+\/$/, 'question/question-screen.ts'],
];

const firstScript = '<script type="module"';
const appRoot = '<div id="app"';

/** Puts modulepreload links before the first script of a page. Throws if the page has none. */
export function withPreloads(html, urls) {
  const links = urls.map((url) => `<link rel="modulepreload" href="${url}">`).join('');
  if (!html.includes(firstScript)) throw new Error('The page has no script to put modulepreload links before.');
  return html.replace(firstScript, `${links}${firstScript}`);
}

/** Gives the scripts of a page a low priority. */
export const withLatePriority = (html) => html.replaceAll(firstScript, `${firstScript} fetchpriority="low"`);

/** Names the modules that the entry script of a page requests, but for its own scripts. Throws if it has no app. */
export function withModules(html, urls) {
  if (!html.includes(appRoot)) throw new Error('The page has no app to name modules for.');
  const modules = urls.filter((url) => !html.includes(`src="${url}"`));
  return html.replace(appRoot, `${appRoot} data-modules="${modules.join(' ')}"`);
}

/** The markup of a page, with what tells the browser when to request its scripts. */
function withLoading(page, html, urlsOf) {
  if (scriptedPages[page]) return withPreloads(html, urlsOf(scriptedPages[page]));
  const [, screen] = screenModules.find(([pattern]) => pattern.test(page)) ?? [];
  return withLatePriority(screen ? withModules(html, urlsOf([assessmentApp, `src/app/assess/${screen}`])) : html);
}

/** An Astro integration. It takes the base path of the site, between slashes. */
export const scriptLoading = ({ base }) => ({
  name: 'script-loading',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const manifest = readClientManifest(fileURLToPath(dir));
      const urlsOf = (modules) => filesNeededBy(manifest, modules).map((name) => base + name);
      rewritePages(dir, (html, page) => withLoading(page, html, urlsOf));
    },
  },
});
