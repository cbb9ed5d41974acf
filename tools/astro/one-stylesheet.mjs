// Gives each page one stylesheet. Over HTTP/1.1 every further one opens a connection before the page can paint: a question
// painted after 1.27 s with four and after 1.05 s with one (Lighthouse, phone). The price: each of about 30 kinds of page
// repeats the 3 KB that all share, also in the copy for offline use.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rewritePages } from './rewrite-pages.mjs';

const sheetLink = /<link rel="stylesheet" href="([^"]+)">/g;

/**
 * Replaces the stylesheets of a page by a single one. Scripts load some of them by name: `data-holds` says that they are
 * here already. Returns the page as it is if it has fewer than two.
 * @param {string} html
 * @param {(hrefs: string[]) => string} join makes one stylesheet of several, in this order, and returns its address
 */
export function withOneStylesheet(html, join) {
  const hrefs = [...html.matchAll(sheetLink)].map(([, href]) => href);
  if (hrefs.length < 2) return html;
  let isFirst = true;
  return html.replaceAll(sheetLink, () => {
    const link = isFirst ? `<link rel="stylesheet" href="${join(hrefs)}" data-holds="${hrefs.join(' ')}">` : '';
    isFirst = false;
    return link;
  });
}

/** An Astro integration without options. */
export const oneStylesheet = () => ({
  name: 'one-stylesheet',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const assets = path.join(fileURLToPath(dir), '_astro');
      const fileOf = (href) => path.join(assets, path.posix.basename(href));
      const joined = new Map(); // addresses, as pages of a kind have the same stylesheets
      const join = (hrefs) => {
        const key = hrefs.join(' ');
        if (joined.has(key)) return joined.get(key);
        const css = hrefs.map((href) => readFileSync(fileOf(href), 'utf8')).join('\n');
        const name = `page.${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`;
        writeFileSync(path.join(assets, name), css);
        joined.set(key, `${path.posix.dirname(hrefs[0])}/${name}`);
        return joined.get(key);
      };
      const named = new Set(); // by a page, which loads them at once or later
      rewritePages(dir, (built) => {
        const html = withOneStylesheet(built, join);
        for (const [, href] of html.matchAll(/"([^" ]+\.css)"/g)) named.add(path.basename(href));
        return html;
      });
      for (const file of readdirSync(assets).filter((name) => name.endsWith('.css') && !named.has(name)))
        rmSync(path.join(assets, file)); // joined into other files, and not needed alone
    },
  },
});
