// Reads a built site from disk and follows every address in it: pages, anchors, styles, scripts, feeds, lists of files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const unescapeHtml = (text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
const captures = (text, pattern) => [...text.matchAll(pattern)].map(([, match = '']) => unescapeHtml(match));

/** The addresses in a text, by kind of file. Some lead to other sites. */
const addressesIn = {
  '.html': (text) => [
    ...captures(text, /<(?:a|link|area)\b[^>]*?\shref="([^"]*)"/g),
    ...captures(text, /<(?:script|img|source|iframe|input)\b[^>]*?\ssrc="([^"]*)"/g),
    ...captures(text, /<meta\b[^>]*?\sproperty="og:(?:url|image)"[^>]*?\scontent="([^"]*)"/g),
    ...captures(text, /\sdata-(?:base|[a-z]+-styles)="([^"]*)"/g),
    ...captures(text, /\sdata-modules="([^"]*)"/g).flatMap((addresses) => addresses.split(' ')),
    ...captures(text, /\s(?:action|formaction|poster|cite)="([^"]*)"/g),
  ],
  '.css': (text) => captures(text, /url\(["']?([^"')]+)["']?\)/g).filter((address) => !address.startsWith('data:')),
  '.js': (text) => captures(text, /(?:from|import|import\()\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g),
  '.md': (text) => captures(text, /\]\(([^)\s]+)\)/g),
  '.txt': (text) => captures(text, /\]\((https?:[^)\s]+)\)/g),
  '.xml': (text) => [...captures(text, /<loc>([^<]+)/g), ...captures(text, /\shref="([^"]*)"/g)],
};

/** The page that shows the report in its address: what follows the "#" there is the code of answers, not an anchor. */
const openedReport = 'open/index.html';

/**
 * Crawls a built site.
 * @param folder the folder of the site
 * @param base the base path it was built for, with slashes around it
 * @param site the URL of its host, as in astro.config.mjs
 * @returns the addresses of its pages, and every address that leads nowhere, as "file -> address (why)"
 */
export function crawl(folder, base, site) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => statSync(path.join(folder, file)).isFile());
  const fileSet = new Set(files);
  const texts = new Map();
  const textOf = (file) => {
    if (!texts.has(file)) texts.set(file, readFileSync(path.join(folder, file), 'utf8'));
    return texts.get(file);
  };
  const addressOf = (file) => base + file.replace(/(^|\/)index\.html$/, '$1');
  const fileAt = (address) => {
    const inside = address.slice(base.length);
    return inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  };
  /** Why an address leads nowhere; undefined if it leads somewhere, or to another site. */
  const problemOf = (from, link) => {
    const url = new URL(link, new URL(addressOf(from), site));
    if (url.origin !== new URL(site).origin) return undefined;
    const address = decodeURIComponent(url.pathname);
    if (!address.startsWith(base)) return `is not below ${base}`;
    const file = fileAt(address);
    if (!fileSet.has(file)) return fileSet.has(`${file}/index.html`) ? 'lacks its slash' : 'does not exist';
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor === '' || !file.endsWith('.html') || file === openedReport) return undefined;
    return textOf(file).includes(` id="${anchor}"`) ? undefined : 'has no such anchor';
  };
  const broken = files.flatMap((from) =>
    (addressesIn[path.extname(from)]?.(textOf(from)) ?? []).flatMap((link) => {
      const problem = problemOf(from, link);
      return problem ? [`${from} -> ${link} (${problem})`] : [];
    }),
  );
  const pages = files.filter((file) => file.endsWith('.html')).map(addressOf);
  return { pages, broken: [...new Set(broken)], files, textOf };
}
