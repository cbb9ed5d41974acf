// Prefixes the paths in _headers with the base path of the site, since hosts match them against whole paths.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** An Astro integration without options. */
export const headers = () => {
  let base = '';
  return {
    name: 'headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const file = path.join(fileURLToPath(dir), '_headers');
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^\//gm, `${base}/`));
      },
    },
  };
};
