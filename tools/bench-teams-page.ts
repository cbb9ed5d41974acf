// Drops generated files on the page of many teams, on a processor that is slowed down, and prints how long it takes from
// the drop to numbers on the screen. Needs a build: npm run build && npm run bench -- --teams-page 200
import process from 'node:process';
import { chromium } from '@playwright/test';
import { packOf } from '../src/core/assessment/pack.ts';
import { loadKnowledgeBase } from '../src/load/knowledge-base.ts';
import { generateTeam } from '../tests/support/teams.ts';
import { tasksDuring } from './bench-typing.ts';
import { findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env['TEST_PORT'] ?? 4174);
const slowdown = 4;
const runs = 7;

/** Puts files into the field, within the page, without telling it yet. */
function give(texts: { name: string; text: string }[]): void {
  const transfer = new DataTransfer();
  for (const { name, text } of texts) transfer.items.add(new File([text], name, { type: 'application/json' }));
  const input = document.querySelector<HTMLInputElement>('.intake input[type=file]');
  if (input) input.files = transfer.files;
}

/** Tells the page of its files and waits until the counts are painted, and until every team is. */
async function drop(teams: number): Promise<{ counts: number; all: number }> {
  const start = performance.now();
  const painted = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  };
  document.querySelector('.intake input[type=file]')?.dispatchEvent(new Event('change', { bubbles: true }));
  const counts = await painted(() => document.querySelector('#result') !== null);
  const all = await painted(() => document.querySelectorAll('.team-lines tbody tr').length === teams);
  return { counts, all };
}

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
    const times: Record<'counts' | 'all' | 'processor' | 'longest', number>[] = [];
    for (let run = 0; run < runs; run += 1) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/teams/`);
      await page.locator('.intake input[type=file]').waitFor();
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate });
      await page.evaluate(give, files);
      let shown = { counts: 0, all: 0 };
      const tasks = await tasksDuring(devtools, async () => {
        shown = await page.evaluate(drop, Math.min(500, count));
      });
      const processor = tasks.reduce((sum, task) => sum + task, 0);
      times.push({ ...shown, processor, longest: Math.max(...tasks) });
      await page.close();
    }
    const at = (what: keyof (typeof times)[number], share: number) => {
      const sorted = times.map((each) => each[what]).toSorted((a, b) => a - b);
      return (sorted[Math.ceil(share * (runs - 1))] ?? 0).toFixed(0);
    };
    process.stdout.write(
      `${count} files, processor slowed ${rate} times, ${runs} runs: counts on the screen after ${at('counts', 0.5)} ms (fastest ${at('counts', 0)}), every team drawn after ${at('all', 0.5)} ms (fastest ${at('all', 0)}); processor time of the page ${at('processor', 0.5)} ms in all (least ${at('processor', 0)}), longest task ${at('longest', 0.5)} ms\n`,
    );
  }
  await browser.close();
  server.close();
}
