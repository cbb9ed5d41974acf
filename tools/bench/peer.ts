// Builds this site and a peer, Starlight with Pagefind, from the same entries, and compares their builds, bytes and search:
// npm run bench -- --peer
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

/** A site, and how a person searches there. */
interface Site {
  name: string;
  folder: string;
  /** What opens the search; absent if the field is on the page. */
  open?: string;
  field: string;
  result: string;
}

const entry = '/entries/alert-fatigue/';
const firstQuery = 'alert fatigue';
const laterQueries = ['label lag', 'keeping GPUs warm', 'shadow stage', 'data leakage', 'on-call rotation'];

/** Copies every entry to the peer, as the Markdown that this site publishes of it. */
function copyEntries(from: string): void {
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

/** Builds a site several times from scratch. */
async function measureBuilds(
  folder: string,
  times: number,
): Promise<{ seconds: number; memory: number; pages: number }> {
  const builds: Awaited<ReturnType<typeof build>>[] = [];
  for (let number = 0; number < times; number += 1) {
    for (const cache of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
      if (folder === 'tools/peer' || !cache.startsWith('node_modules'))
        rmSync(path.join(folder, cache), { recursive: true, force: true });
    builds.push(await build(folder));
  }
  const files = readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  return {
    ...medians(builds),
    pages: files.filter((file) => file.endsWith('.html')).length,
  };
}

/** Runs in the page: searches, and returns the milliseconds until another first result is painted. */
async function search({ open, field, result, query }: Site & { query: string }): Promise<number> {
  const start = performance.now();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const firstResult = () => document.querySelector(result)?.textContent ?? '';
  const before = firstResult();
  if (open && !before) document.querySelector<HTMLElement>(open)?.click();
  let input = document.querySelector<HTMLInputElement>(field);
  while (!input) {
    await frame();
    input = document.querySelector<HTMLInputElement>(field);
  }
  input.focus();
  input.value = query;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  while (firstResult() === before || firstResult() === '') await frame();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); // painted
  return performance.now() - start;
}

/** What a visit costs: one entry, the first search there, and later ones. Bytes are those sent, in brotli. */
async function measureVisits(browser: Browser, site: Site, times: number) {
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
  const visits: Record<'bytes' | 'requests' | 'searchBytes' | 'firstSearch' | 'laterSearch', number>[] = [];
  for (let number = 0; number < times; number += 1) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    [bytes, requests] = [0, 0];
    await page.goto(address, { waitUntil: 'networkidle' });
    const entryLoad = { bytes, requests };
    const firstSearch = await page.evaluate(search, { ...site, query: firstQuery });
    await page.waitForLoadState('networkidle');
    const searchBytes = bytes - entryLoad.bytes;
    const later: number[] = [];
    for (const query of laterQueries) later.push(await page.evaluate(search, { ...site, query }));
    visits.push({ ...entryLoad, searchBytes, firstSearch, laterSearch: median(later) });
    await context.close();
  }
  server.close();
  const medianVisit = medians(visits);
  return {
    'KB of an entry': medianVisit.bytes / 1000,
    'requests of an entry': medianVisit.requests,
    'KB more for the first search': medianVisit.searchBytes / 1000,
    'ms to the first result': medianVisit.firstSearch,
    'ms to results of later searches': medianVisit.laterSearch,
  };
}

/**
 * Prints what both sites cost, and the ratios. Builds start from scratch, visits with an empty cache.
 * @param times how often to measure each; prints medians
 */
export async function benchPeer(times: number): Promise<void> {
  install('tools/peer', 'Starlight and Pagefind');
  const triviumFolder = copySite();
  const sites: Site[] = [
    { name: 'Trivium', folder: triviumFolder, field: 'form.search input', result: 'form.search [role=option]' },
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
    const { seconds, memory, pages } = await measureBuilds(site.folder, times);
    if (site.folder === triviumFolder) copyEntries(path.join(triviumFolder, 'dist/entries'));
    compress(path.join(site.folder, 'dist'));
    results.push({
      'pages built': pages,
      's to build': seconds,
      'ms to build a page': (seconds / pages) * 1000,
      'MB at the peak of the build': memory,
      ...(await measureVisits(browser, site, times)),
    });
  }
  await browser.close();
  rmSync(triviumFolder, { recursive: true });

  const [ours = {}, theirs = {}] = results;
  process.stdout.write(`${'median of '.concat(String(times)).padEnd(34)}Trivium  Starlight  ratio\n`);
  for (const [name, value] of Object.entries(ours)) {
    const other = theirs[name] ?? Number.NaN;
    const cells = [value.toFixed(1).padStart(7), other.toFixed(1).padStart(9), (value / other).toFixed(2).padStart(5)];
    process.stdout.write(`${name.padEnd(34)}${cells.join('  ')}\n`);
  }
}
