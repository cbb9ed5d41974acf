// Names the parts of a script before it runs, on pages that nobody reads until it has drawn them: the browser then fetches
// all at once what it would find one after the other.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Pages drawn by a script, and the parts that it then loads. */
const drawn = {
  'assess/quick/report/': ['report-page'],
  'assess/full/report/': ['report-page'],
  'open/': ['opened'],
  'compare/': ['compare-page'],
  'together/': ['together-page'],
  'teams/': ['teams-page'],
};

/** The files that a script names and cannot run without. */
const importsOf = (text) => [...text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)].map(([, file]) => file);

/** An Astro integration without options. */
export const ahead = () => {
  let base = '';
  return {
    name: 'ahead',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const folder = path.join(fileURLToPath(dir), '_astro');
        const parts = readdirSync(folder);
        for (const [page, names] of Object.entries(drawn)) {
          const file = path.join(fileURLToPath(dir), page, 'index.html');
          const html = readFileSync(file, 'utf8');
          const [, entry] = /<script type="module" src="[^"]*\/_astro\/(AssessmentApp[^"]+)"/.exec(html);
          const found = new Set();
          const visit = (name) => {
            if (found.has(name)) return;
            found.add(name);
            for (const next of importsOf(readFileSync(path.join(folder, name), 'utf8'))) visit(next.slice(2));
          };
          for (const name of [entry, ...names.map((each) => parts.find((part) => part.startsWith(`${each}.`)))])
            visit(name);
          const links = [...found].map((name) => `<link rel="modulepreload" href="${base}/_astro/${name}">`);
          writeFileSync(
            file,
            html.replace('<meta http-equiv', () => `${links.join('')}<meta http-equiv`),
          );
        }
      },
    },
  };
};
