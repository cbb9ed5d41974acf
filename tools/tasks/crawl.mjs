// Reads a built site from disk and follows everything it names: pages, anchors, styles, scripts, feeds, lists of files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const plain = (text) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found = '']) => plain(found));

/** What a text of the site names, by the kind of file it is. Addresses of other sites are among it. */
const namedIn = {
  '.html': (text) => [
    ...all(text, /<(?:a|link|area)\b[^>]*?\shref="([^"]*)"/g),
    ...all(text, /<(?:script|img|source|iframe|input)\b[^>]*?\ssrc="([^"]*)"/g),
    ...all(text, /<meta\b[^>]*?\sproperty="og:(?:url|image)"[^>]*?\scontent="([^"]*)"/g),
    ...all(text, /\sdata-(?:base|[a-z]+-styles)="([^"]*)"/g),
    ...all(text, /\s(?:action|formaction|poster|cite)="([^"]*)"/g),
  ],
  '.css': (text) => all(text, /url\(["']?([^"')]+)["']?\)/g).filter((found) => !found.startsWith('data:')),
  '.js': (text) => all(text, /(?:from|import|import\()\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g),
  '.md': (text) => all(text, /\]\(([^)\s]+)\)/g),
  '.txt': (text) => all(text, /\]\((https?:[^)\s]+)\)/g),
  '.xml': (text) => [...all(text, /<loc>([^<]+)/g), ...all(text, /\shref="([^"]*)"/g)],
};

/**
 * Crawls a built site.
 * @param folder where it lies
 * @param base the base it was built for, with slashes around it
 * @param site its address, as astro.config.mjs has it
 * @returns the addresses of its pages, and everything that leads nowhere, as "file -> address (why)"
 */
export function crawl(folder, base, site) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => statSync(path.join(folder, file)).isFile());
  const there = new Set(files);
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
  /** Why an address leads nowhere; undefined where it leads somewhere, or to another site. */
  const problemOf = (from, named) => {
    const url = new URL(named, new URL(addressOf(from), site));
    if (url.origin !== new URL(site).origin) return undefined;
    const address = decodeURIComponent(url.pathname);
    if (!address.startsWith(base)) return `is not below ${base}`;
    const file = fileAt(address);
    if (!there.has(file)) return there.has(`${file}/index.html`) ? 'lacks its slash' : 'does not exist';
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor === '' || !file.endsWith('.html')) return undefined;
    return textOf(file).includes(` id="${anchor}"`) ? undefined : 'has no such anchor';
  };
  const broken = files.flatMap((from) =>
    (namedIn[path.extname(from)]?.(textOf(from)) ?? []).flatMap((named) => {
      const problem = problemOf(from, named);
      return problem ? [`${from} -> ${named} (${problem})`] : [];
    }),
  );
  const pages = files.filter((file) => file.endsWith('.html')).map(addressOf);
  return { pages, broken: [...new Set(broken)], files, textOf };
}
