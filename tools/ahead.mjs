// Names the parts of a script before it runs, on pages that nobody reads until it has drawn them: the browser then fetches
// all at once what it would find one after the other.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Pages drawn by a script, and the parts that it then loads. */
const drawn = {
  'assess/quick/report/': ['report-page'],
  'assess/full/report/': ['report-page'],
  'open/': ['open-page'],
  'compare/': ['compare-page'],
  'together/': ['together-page'],
  'teams/': ['teams-page'],
};

/** The files that scripts of a folder cannot run without: themselves, what they import, and so on; each once. */
export function neededBy(folder, names) {
  const needed = new Set();
  const visit = (name) => {
    if (needed.has(name)) return;
    needed.add(name);
    const text = readFileSync(path.join(folder, name), 'utf8');
    for (const [, file] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) visit(file);
  };
  names.forEach(visit);
  return [...needed];
}

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
          const first = ['AssessmentApp', ...names].map((name) =>
            parts.find((part) => part.startsWith(`${name}.`) && part.endsWith('.js')),
          );
          if (first.includes(undefined)) throw new Error(`${page} is drawn by ${names}, but _astro/ has no such file.`);
          const links = neededBy(folder, first).map(
            (part) => `<link rel="modulepreload" href="${base}/_astro/${part}">`,
          );
          const named = `${links.join('')}<meta http-equiv`;
          writeFileSync(file, html.replace('<meta http-equiv', named));
        }
      },
    },
  };
};
