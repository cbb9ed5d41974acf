// Prefixes the paths in _headers with the base path of the site, since hosts match them against whole paths.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** An Astro integration. It takes the base path of the site, between slashes. */
export const headers = ({ base }) => ({
  name: 'headers',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const file = path.join(fileURLToPath(dir), '_headers');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^\//gm, base));
    },
  },
});
