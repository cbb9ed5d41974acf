// Adds modulepreload links to pages that a script renders, so that the browser fetches all of their modules at once
// instead of finding them one after the other.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesNeededBy, readClientManifest } from './client-manifest.mjs';

const assessment = 'src/components/AssessmentApp.astro?astro&type=script&index=0&lang.ts';
const reportScreen = 'src/app/assess/report-screen.ts';
const parseAnswers = 'src/core/answers/parse-answers.ts'; // for the stored ones
const reportPage = 'src/app/report/report-page.ts';
const scriptOf = (page) => `src/pages/${page}?astro&type=script&index=0&lang.ts`;

/** Pages that a script renders, with the modules it needs for that. */
const scriptedPages = {
  'assess/quick/report/': [assessment, reportScreen, parseAnswers],
  'assess/full/report/': [assessment, reportScreen, parseAnswers],
  'open/': [scriptOf('open.astro'), reportPage],
  'compare/': [scriptOf('compare/index.astro')],
  'together/': [scriptOf('together/index.astro')],
  'teams/': [scriptOf('teams/index.astro')],
};

const firstScript = '<script type="module"';

/** Puts modulepreload links before the first script of a page. Throws if the page has none. */
export function withPreloads(html, urls) {
  const links = urls.map((url) => `<link rel="modulepreload" href="${url}">`).join('');
  if (!html.includes(firstScript)) throw new Error('The page has no script to put modulepreload links before.');
  return html.replace(firstScript, `${links}${firstScript}`);
}

/** An Astro integration without options. */
export const modulepreload = () => {
  let base = '';
  return {
    name: 'modulepreload',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const manifest = readClientManifest(fileURLToPath(dir));
        for (const [page, modules] of Object.entries(scriptedPages)) {
          const file = path.join(fileURLToPath(dir), page, 'index.html');
          const urls = filesNeededBy(manifest, modules).map((name) => `${base}/${name}`);
          writeFileSync(file, withPreloads(readFileSync(file, 'utf8'), urls));
        }
      },
    },
  };
};
