// Imports files, then links, on the page of many teams, at full speed and slowed down, and prints the time until the counts
// are on the screen. Needs a build: npm run build && npm run bench -- --teams-page 200
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Browser, Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from '../../tests/support/teams.ts';
import { serve } from '../tasks/serve.mjs';
import { openBrowser, slowdown } from './measure.ts';
import { medians } from './quantile.ts';

const port = Number(process.env['TEST_PORT'] ?? 4174);
const runs = 7;

/** What one visit measures, in milliseconds. */
type Measured = {
  /** From the event that imports teams until the counts are on the page, and until they are painted. */
  rendered: number;
  painted: number;
  longest: number;
};

/** Runs in the page: measures how soon counts follow the first event of a type. */
function watch(eventType: string): void {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const measure = async (): Promise<Measured> => {
    const start = performance.now();
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: 'longtask' });
    while (!document.querySelector('#result')) await new Promise((resolve) => setTimeout(resolve, 4));
    const rendered = performance.now() - start;
    await frame();
    const painted = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 1500)); // until later tasks are over
    return { rendered, painted, longest };
  };
  const measured = new Promise((resolve) => {
    addEventListener(eventType, () => resolve(measure()), { capture: true, once: true });
  });
  Object.assign(window, { measured });
}

/** Opens the page, slows it down, imports teams, and returns what was measured. */
async function visit(
  browser: Browser,
  rate: number,
  eventType: string,
  importTeams: (page: Page) => Promise<void>,
): Promise<Measured> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`http://127.0.0.1:${port}/teams/`);
  await page.locator('.intake input[type=file]').waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  await page.waitForTimeout(2000); // nobody finds files sooner
  await page.evaluate(watch, eventType);
  await importTeams(page);
  const measured = await page.evaluate(() => (window as unknown as { measured: Promise<Measured> }).measured);
  await page.close();
  return measured;
}

/**
 * Prints medians of several visits. Only the main thread of the page is slowed down: DevTools cannot slow down the worker
 * or the browser itself.
 */
export async function benchTeamsPage(count: number): Promise<void> {
  const pack = packOf(loadKnowledgeBase());
  const teams = Array.from({ length: count }, (_, seed) => ({ ...generateTeam(pack, seed), system: `Team ${seed}` }));
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-bench-'));
  const files = teams.map((team, index) => {
    const file = path.join(folder, `team-${index}.json`);
    writeFileSync(file, JSON.stringify(team));
    return file;
  });
  const codes = await Promise.all(teams.map((team) => writeLink(team, pack, { name: true })));
  const links = codes.map((code) => `https://trivium.example/open/#${code}`).join('\n');
  const ways = [
    {
      name: 'files',
      eventType: 'change',
      importTeams: (page: Page) => page.locator('.intake input[type=file]').setInputFiles(files),
    },
    {
      name: 'links',
      eventType: 'click',
      async importTeams(page: Page) {
        await page.locator('.intake textarea').evaluate((field: HTMLTextAreaElement, text) => {
          field.value = text;
        }, links);
        await page.locator('.intake button').click();
      },
    },
  ];
  const server = await serve({ port });
  const browser = await openBrowser();
  for (const { name, eventType, importTeams } of ways)
    for (const rate of [1, slowdown]) {
      const visits: Measured[] = [];
      for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, rate, eventType, importTeams));
      const { rendered, painted, longest } = medians(visits);
      process.stdout.write(
        `${count} ${name}, page slowed ${rate} times, median of ${runs}: counted after ${rendered.toFixed(0)} ms, painted after ${painted.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms\n`,
      );
    }
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
}
