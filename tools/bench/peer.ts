// Builds this site and a peer, Starlight with Pagefind, from the same entries, and prints what each costs in build, bytes
// and search, with ratios: npm run bench -- --peer
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import type { Browser } from '@playwright/test';
import { install } from '../run.mjs';
import { compress } from '../tasks/compress.mjs';
import { siteServer } from '../tasks/serve.mjs';
import { build, copySite } from './entries.ts';
import { median, medians, openBrowser } from './measure.ts';

/** A built site, and how a person searches there. */
interface Site {
  name: string;
  folder: string;
  /** What opens the search; nothing where the field is in the page. */
  open?: string;
  field: string;
  result: string;
}

const entry = '/entries/alert-fatigue/';
const first = 'alert fatigue';
const more = ['label lag', 'keeping GPUs warm', 'shadow stage', 'data leakage', 'on-call rotation'];

/** Gives the peer every entry as the Markdown that this site offers of it: the text of its page. */
function bringEntries(from: string): void {
  const docs = 'tools/peer/src/content/docs';
  const folder = `${docs}/entries`;
  rmSync(docs, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(from).filter((file) => file.endsWith('.md'))) {
    const [heading = '', ...rest] = readFileSync(path.join(from, name), 'utf8').split('\n');
    const text = rest.join('\n').replaceAll(/\((\/entries\/[a-z0-9-]+)\.md\)/g, '($1/)');
    writeFileSync(path.join(folder, name), `---\ntitle: ${JSON.stringify(heading.replace('# ', ''))}\n---\n${text}`);
  }
}

/** Builds a site some times from nothing. */
async function builds(folder: string, times: number): Promise<{ seconds: number; memory: number; pages: number }> {
  const all: Awaited<ReturnType<typeof build>>[] = [];
  for (let at = 0; at < times; at += 1) {
    for (const left of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
      if (folder === 'tools/peer' || !left.startsWith('node_modules'))
        rmSync(path.join(folder, left), { recursive: true, force: true });
    all.push(await build(folder));
  }
  const files = readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  return {
    ...medians(all),
    pages: files.filter((file) => file.endsWith('.html')).length,
  };
}

/** Searches, within the page, and waits until another first result is painted; gives the milliseconds since the start. */
async function search({ open, field, result, query }: Site & { query: string }): Promise<number> {
  const start = performance.now();
  const soon = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const shown = () => document.querySelector(result)?.textContent ?? '';
  const before = shown();
  if (open && !before) document.querySelector<HTMLElement>(open)?.click();
  let input = document.querySelector<HTMLInputElement>(field);
  while (!input) {
    await soon();
    input = document.querySelector<HTMLInputElement>(field);
  }
  input.focus();
  input.value = query;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  while (shown() === before || shown() === '') await soon();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); // painted
  return performance.now() - start;
}

/** What a site costs a person: one entry, the first search on it, and later ones. Bytes as they are sent, in brotli. */
async function visits(browser: Browser, site: Site, times: number) {
  const server = siteServer({ root: path.join(site.folder, 'dist') }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let bytes = 0;
  let requests = 0;
  server.on('request', (_, response) => {
    requests += 1;
    response.on('finish', () => {
      bytes += Number(response.getHeader('content-length') ?? 0);
    });
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${entry}`;
  const all: Record<'bytes' | 'requests' | 'searchBytes' | 'firstSearch' | 'laterSearch', number>[] = [];
  for (let at = 0; at < times; at += 1) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    [bytes, requests] = [0, 0];
    await page.goto(address, { waitUntil: 'networkidle' });
    const loaded = { bytes, requests };
    const firstSearch = await page.evaluate(search, { ...site, query: first });
    await page.waitForLoadState('networkidle');
    const searchBytes = bytes - loaded.bytes;
    const later: number[] = [];
    for (const query of more) later.push(await page.evaluate(search, { ...site, query }));
    all.push({ ...loaded, searchBytes, firstSearch, laterSearch: median(later) });
    await context.close();
  }
  server.close();
  const middle = medians(all);
  return {
    'KB of an entry': middle.bytes / 1000,
    'requests of an entry': middle.requests,
    'KB more for the first search': middle.searchBytes / 1000,
    'ms to the first result': middle.firstSearch,
    'ms to results of later searches': middle.laterSearch,
  };
}

/**
 * Prints what both sites cost, and the ratios. Builds start from nothing; visits are made with an empty cache.
 * @param times how often each is measured; medians are printed
 */
export async function benchPeer(times: number): Promise<void> {
  install('tools/peer', 'Starlight and Pagefind');
  const own = copySite();
  const sites: Site[] = [
    { name: 'Trivium', folder: own, field: 'form.search input', result: 'form.search [role=option]' },
    {
      name: 'Starlight',
      folder: 'tools/peer',
      open: 'button[data-open-modal]',
      field: 'dialog input',
      result: 'dialog .pagefind-ui__result',
    },
  ];
  const browser = await openBrowser();
  const results: Record<string, number>[] = [];
  for (const site of sites) {
    const { seconds, memory, pages } = await builds(site.folder, times);
    if (site.folder === own) bringEntries(path.join(own, 'dist/entries'));
    compress(path.join(site.folder, 'dist'));
    results.push({
      'pages built': pages,
      's to build': seconds,
      'ms to build a page': (seconds / pages) * 1000,
      'MB at the peak of the build': memory,
      ...(await visits(browser, site, times)),
    });
  }
  await browser.close();
  rmSync(own, { recursive: true });

  const [ours = {}, theirs = {}] = results;
  process.stdout.write(`${'median of '.concat(String(times)).padEnd(34)}Trivium  Starlight  ratio\n`);
  for (const [name, value] of Object.entries(ours)) {
    const other = theirs[name] ?? Number.NaN;
    const cells = [value.toFixed(1).padStart(7), other.toFixed(1).padStart(9), (value / other).toFixed(2).padStart(5)];
    process.stdout.write(`${name.padEnd(34)}${cells.join('  ')}\n`);
  }
}
