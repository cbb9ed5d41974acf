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

/** Tells the page of its files and waits until so many teams are painted; with 0, until the counts are. */
async function drop(teams: number): Promise<number> {
  const start = performance.now();
  const painted = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  };
  document.querySelector('.intake input[type=file]')?.dispatchEvent(new Event('change', { bubbles: true }));
  return painted(() =>
    teams === 0
      ? document.querySelector('#result') !== null
      : document.querySelectorAll('.team-lines tbody tr').length === teams,
  );
}

/**
 * Prints the median and the least of several drops, each on a fresh page. The clock also counts what else the machine
 * does; processor time is that of the page's main thread.
 */
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
    for (const [what, teams] of [
      ['counts', 0],
      ['every team', Math.min(500, count)],
    ] as const) {
      const times: Record<'wall' | 'processor' | 'longest', number>[] = [];
      for (let run = 0; run < runs; run += 1) {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${port}/teams/`);
        await page.locator('.intake input[type=file]').waitFor();
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('Emulation.setCPUThrottlingRate', { rate });
        await page.evaluate(give, files);
        let wall = 0;
        const tasks = await tasksDuring(devtools, async () => {
          wall = await page.evaluate(drop, teams);
        });
        times.push({ wall, processor: tasks.reduce((sum, task) => sum + task, 0), longest: Math.max(...tasks) });
        await page.close();
      }
      const at = (key: keyof (typeof times)[number], share: number) => {
        const sorted = times.map((each) => each[key]).toSorted((a, b) => a - b);
        return (sorted[Math.ceil(share * (runs - 1))] ?? 0).toFixed(0);
      };
      process.stdout.write(
        `${count} files, processor slowed ${rate} times, ${runs} runs, until ${what} stand on the screen: ${at('wall', 0.5)} ms by the clock (fastest ${at('wall', 0)}), ${at('processor', 0.5)} ms of processor time (least ${at('processor', 0)}), longest task ${at('longest', 0.5)} ms\n`,
      );
    }
  }
  await browser.close();
  server.close();
}
