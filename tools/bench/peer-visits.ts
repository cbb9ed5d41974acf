// What a visit to a built site costs: one entry, the first search there and later ones, and the largest paint on a phone.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { siteServer } from '../tasks/serve.mjs';
import { loadLighthouse, visitOnPhone } from './lighthouse-visit.ts';
import { findProgram } from './measure.ts';
import type { Site } from './peer-sites.ts';
import { median, medians } from './quantile.ts';

const entry = '/entries/alert-fatigue/';
const firstQuery = 'alert fatigue';
const laterQueries = ['label lag', 'keeping GPUs warm', 'shadow stage', 'data leakage', 'on-call rotation'];

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

/** Counts what a server sends. Bytes are those of the bodies, compressed as they are sent. */
function countTraffic(server: Server): { bytes: number; requests: number } {
  const traffic = { bytes: 0, requests: 0 };
  server.on('request', (_, response) => {
    traffic.requests += 1;
    response.on('finish', () => {
      traffic.bytes += Number(response.getHeader('content-length') ?? 0);
    });
  });
  return traffic;
}

/** Opens an entry with an empty cache and searches there. */
async function visitOnce(browser: Browser, site: Site, origin: string, traffic: { bytes: number; requests: number }) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  Object.assign(traffic, { bytes: 0, requests: 0 });
  await page.goto(origin + entry, { waitUntil: 'networkidle' });
  const { bytes, requests } = traffic;
  const firstSearch = await page.evaluate(search, { ...site, query: firstQuery });
  await page.waitForLoadState('networkidle');
  const searchBytes = traffic.bytes - bytes;
  const later: number[] = [];
  for (const query of laterQueries) later.push(await page.evaluate(search, { ...site, query }));
  await context.close();
  return { bytes, requests, searchBytes, firstSearch, laterSearch: median(later) };
}

/** The largest contentful paint of an entry in Lighthouse's mobile setting, in milliseconds. */
async function largestPaint(origin: string, program: string | undefined): Promise<number> {
  const visit = { site: origin, path: entry, categories: ['performance'], program };
  const { audits } = await visitOnPhone(await loadLighthouse(), visit);
  return audits['largest-contentful-paint']?.numericValue ?? Number.NaN;
}

/** The rows of the table that visits to a site fill: medians of several, each with an empty cache. */
export async function measureVisits(site: Site, times: number): Promise<Record<string, number>> {
  const server = siteServer({ root: path.join(site.folder, 'dist') }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const traffic = countTraffic(server);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const program = await findProgram();
  const browser = await chromium.launch(program ? { executablePath: program } : {});
  const visits: Awaited<ReturnType<typeof visitOnce>>[] = [];
  for (let number = 0; number < times; number += 1) visits.push(await visitOnce(browser, site, origin, traffic));
  await browser.close();
  const paints: number[] = [];
  for (let number = 0; number < times; number += 1) paints.push(await largestPaint(origin, program));
  server.close();
  const { bytes, requests, searchBytes, firstSearch, laterSearch } = medians(visits);
  return {
    'an entry, KB': bytes / 1000,
    'an entry, requests': requests,
    'largest paint of an entry on a phone, ms': median(paints),
    'first search, KB more': searchBytes / 1000,
    'first search, ms to a result': firstSearch,
    'later searches, ms to a result': laterSearch,
  };
}
