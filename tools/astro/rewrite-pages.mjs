import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Rewrites every page of a build.
 * @param {URL} dir the folder of the build
 * @param {(html: string, page: string) => string} change takes a page and its path below the folder, such as `assess/`
 */
export function rewritePages(dir, change) {
  const root = fileURLToPath(dir);
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const file = path.join(root, name);
    const page = name.replaceAll(path.sep, '/').replace(/index\.html$/, '');
    writeFileSync(file, change(readFileSync(file, 'utf8'), page));
  }
}
