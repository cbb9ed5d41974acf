// Writes sw.js, the service worker that keeps a copy of the site, with the list of all files and a version: their hash.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files that nobody needs offline: those for machines, and pictures for other sites. */
const excluded = /^(_headers|sw\.js)$|^api\/v1\/|\.(xml|txt|md|png)$/;

/** An Astro integration without options. */
export const precache = () => ({
  name: 'precache',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const root = fileURLToPath(dir);
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((file) => file.split(path.sep).join('/'))
        .filter((file) => !excluded.test(file) && statSync(path.join(root, file)).isFile())
        .toSorted();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(path.join(root, file)));
      const addresses = files.map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
      const worker = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8')
        .replace('__VERSION__', hash.digest('hex').slice(0, 16))
        .replace("['__FILES__']", () => JSON.stringify(addresses));
      writeFileSync(path.join(root, 'sw.js'), worker);
    },
  },
});
