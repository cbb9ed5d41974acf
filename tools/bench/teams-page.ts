// Gives files from the disk, then links, to the page of many teams, on a processor that is slowed down, and prints how
// long it takes from there to counts on the screen. Needs a build: npm run build && npm run bench -- --teams-page 200
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Browser, Page } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { writeLink } from '../../src/core/link/link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { generateTeam } from '../../tests/support/teams.ts';
import { serve } from '../tasks/serve.mjs';
import { medians, openBrowser, slowdown } from './measure.ts';

const port = Number(process.env['TEST_PORT'] ?? 4174);
const runs = 7;

/** What is noted of one page, in milliseconds. */
type Noted = {
  /** From the event that gives it teams until the counts are in the page, and until they are painted. */
  there: number;
  painted: number;
  longest: number;
};

/** Notes, within the page, how soon counts follow the first event of a kind. */
function watch(kind: string): void {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const given = async (): Promise<Noted> => {
    const start = performance.now();
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: 'longtask' });
    while (!document.querySelector('#result')) await new Promise((resolve) => setTimeout(resolve, 4));
    const there = performance.now() - start;
    await frame();
    const painted = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 1500)); // what follows is over
    return { there, painted, longest };
  };
  const noted = new Promise((resolve) => {
    addEventListener(kind, () => resolve(given()), { capture: true, once: true });
  });
  Object.assign(window, { noted });
}

/** Opens the page afresh, slows it down, gives it teams, and gives back what was noted. */
async function visit(
  browser: Browser,
  rate: number,
  kind: string,
  give: (page: Page) => Promise<void>,
): Promise<Noted> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`http://127.0.0.1:${port}/teams/`);
  await page.locator('.intake input[type=file]').waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  await page.waitForTimeout(2000); // nobody finds files sooner
  await page.evaluate(watch, kind);
  await give(page);
  const noted = await page.evaluate(() => (window as unknown as { noted: Promise<Noted> }).noted);
  await page.close();
  return noted;
}

/**
 * Prints medians of several visits. The slowdown is that of the page's main thread; its worker, like the browser itself,
 * runs at full speed, as DevTools slows no other thread down.
 */
export async function benchTeamsPage(count: number): Promise<void> {
  const pack = packOf(loadKnowledgeBase());
  const teams = Array.from({ length: count }, (_, seed) => ({ ...generateTeam(pack, seed), system: `Team ${seed}` }));
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-bench-'));
  const files = teams.map((team, at) => {
    const file = path.join(folder, `team-${at}.json`);
    writeFileSync(file, JSON.stringify(team));
    return file;
  });
  const codes = await Promise.all(teams.map((team) => writeLink(team, pack, { name: true })));
  const links = codes.map((code) => `https://trivium.example/open/#${code}`).join('\n');
  const ways = [
    {
      name: 'files',
      kind: 'change',
      give: (page: Page) => page.locator('.intake input[type=file]').setInputFiles(files),
    },
    {
      name: 'links',
      kind: 'click',
      async give(page: Page) {
        await page.locator('.intake textarea').evaluate((field: HTMLTextAreaElement, text) => {
          field.value = text;
        }, links);
        await page.locator('.intake button').click();
      },
    },
  ];
  const server = await serve({ port });
  const browser = await openBrowser();
  for (const { name, kind, give } of ways)
    for (const rate of [1, slowdown]) {
      const all: Noted[] = [];
      for (let run = 0; run < runs; run += 1) all.push(await visit(browser, rate, kind, give));
      const { there, painted, longest } = medians(all);
      process.stdout.write(
        `${count} ${name}, page slowed ${rate} times, median of ${runs}: counted after ${there.toFixed(0)} ms, painted after ${painted.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms\n`,
      );
    }
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
}
