// Drops generated files on the page of many teams, on a processor that is slowed down, and prints how long it takes from
// the drop to numbers on the screen. Needs a build: npm run build && npm run bench -- --teams-page 200
import process from 'node:process';
import { chromium } from '@playwright/test';
import { packOf } from '../src/core/assessment/pack.ts';
import { loadKnowledgeBase } from '../src/load/knowledge-base.ts';
import { generateTeam } from '../tests/support/teams.ts';
import { findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env['TEST_PORT'] ?? 4174);
const slowdown = 4;
const runs = 7;

/** Prints the median and the fastest of several drops, each on a fresh page; the fastest is the least disturbed one. */
export async function benchTeamsPage(count: number): Promise<void> {
  const pack = packOf(loadKnowledgeBase());
  const files = Array.from({ length: count }, (_, seed) => ({
    name: `team-${seed}.json`,
    text: JSON.stringify({ ...generateTeam(pack, seed), system: `Team ${seed}` }),
  }));
  const found = await findBrowser();
  Object.assign(process.env, found.env);
  const server = await serve({ port });
  const browser = await chromium.launch(found.executable ? { executablePath: found.executable } : {});
  for (const rate of [1, slowdown]) {
    const times: { counts: number; all: number; longest: number }[] = [];
    for (let run = 0; run < runs; run += 1) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/teams/`);
      await page.locator('.intake input[type=file]').waitFor();
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate });
      times.push(
        await page.evaluate(async (texts) => {
          const transfer = new DataTransfer();
          for (const { name, text } of texts) transfer.items.add(new File([text], name, { type: 'application/json' }));
          let longest = 0;
          new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
          }).observe({ type: 'longtask' });
          const input = document.querySelector<HTMLInputElement>('.intake input[type=file]');
          if (!input) throw new Error('There is no field for files.');
          input.files = transfer.files;
          const start = performance.now();
          input.dispatchEvent(new Event('change', { bubbles: true }));
          const painted = async (isThere: () => boolean) => {
            while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            return performance.now() - start;
          };
          const counts = await painted(() => document.querySelector('#result') !== null);
          const teams = Math.min(500, texts.length);
          const all = await painted(() => document.querySelectorAll('.team-lines tbody tr').length === teams);
          await new Promise((resolve) => setTimeout(resolve, 200));
          return { counts, all, longest };
        }, files),
      );
      await page.close();
    }
    const at = (what: 'counts' | 'all' | 'longest', share: number) => {
      const sorted = times.map((each) => each[what]).toSorted((a, b) => a - b);
      return (sorted[Math.ceil(share * (runs - 1))] ?? 0).toFixed(0).padStart(5);
    };
    process.stdout.write(
      `${count} files, processor slowed ${rate} times, ${runs} runs: counts on the screen after ${at('counts', 0.5)} ms (fastest ${at('counts', 0)}), every team drawn after ${at('all', 0.5)} ms (fastest ${at('all', 0)}), longest task ${at('longest', 0.5)} ms\n`,
    );
  }
  await browser.close();
  server.close();
}
