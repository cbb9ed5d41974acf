import type { Page } from '@playwright/test';
import { serve } from '../tasks/serve.mjs';
import { longTask, openBrowser, slowdown, tasksDuring } from './measure.ts';
import { quantile } from './quantile.ts';

/** Queries as people type them, key by key. */
const queries = ['model worse in production than offline', 'alert fatigue', 'trainng serving skew', 'label lag'];
const port = 4190;

/** Runs in the page: collects the milliseconds from each key press until the changed results are painted. */
function noteLatencies(selector: string) {
  const latencies: number[] = [];
  let pressedAt: number | undefined;
  addEventListener('input', ({ timeStamp }) => {
    pressedAt = timeStamp;
  });
  new MutationObserver(() => {
    if (pressedAt === undefined) return;
    const start = pressedAt;
    pressedAt = undefined;
    requestAnimationFrame(() => setTimeout(() => latencies.push(performance.now() - start))); // painted
  }).observe(document.querySelector(selector) as Element, { childList: true });
  Object.assign(window, { latencies });
}

/** Types the queries with real keys. Asks nothing of the page meanwhile, since that would cost it time. */
async function typeQueries(page: Page): Promise<void> {
  for (const query of queries) {
    await page.keyboard.type(query, { delay: 120 });
    await page.waitForTimeout(800);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.waitForTimeout(500);
  }
}

/**
 * Prints how soon results are painted after a key press, and the long tasks meanwhile, at 4x CPU slowdown. The time to
 * paint is wall-clock time, which other work on the machine adds to; tasks are measured in processor time.
 */
export async function benchTyping(): Promise<void> {
  await serve({ port });
  const chrome = await openBrowser();
  const searches = [
    { name: 'search field of every page', path: '/knowledge/', results: '[role=listbox]' },
    { name: 'list of all entries', path: '/entries/', results: '.cards' },
  ];
  for (const { name, path, results } of searches) {
    const page = await chrome.newPage();
    await page.goto(`http://127.0.0.1:${port}${path}`);
    await page.evaluate(noteLatencies, results);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.waitForTimeout(1000);
    const tasks = await tasksDuring(session, async () => {
      await page.keyboard.press('/'); // the first focus loads engine and index, whose tasks count
      await page.waitForTimeout(3000);
      await typeQueries(page);
    });
    const latencies = await page.evaluate(() => (window as unknown as { latencies: number[] }).latencies);
    const latencyAt = (share: number) => quantile(latencies, share).toFixed(0);
    const long = tasks.filter((ms) => ms > longTask);
    process.stdout.write(
      `${name}, ${slowdown}x slowdown: ${latencies.length} key presses with results, painted after ${latencyAt(0.5)} ms (median), ${latencyAt(0.95)} (95 %), ${latencyAt(1)} (most); ${long.length} of ${tasks.length} tasks over ${longTask} ms, the longest ${Math.max(...tasks).toFixed(0)} ms\n`,
    );
    await page.close();
  }
  await chrome.close();
}
