import type { Page } from '@playwright/test';
import { serve } from '../tasks/serve.mjs';
import { longTask, openBrowser, slowdown, tasksDuring } from './measure.ts';

const port = 4191;

/** Answers the quick check with the keyboard, at the pace of a fast reader, up to the page that lists the answers. */
async function answerAll(page: Page): Promise<void> {
  for (let question = 0; question < 15; question += 1) {
    await page.keyboard.press(String((question % 5) + 1));
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(800);
  }
}

/** Writes a note of a sentence. */
async function writeNote(page: Page): Promise<void> {
  await page.keyboard.press('3');
  await page.getByText('Add a note, how sure').click();
  await page.locator('textarea').first().click();
  await page.keyboard.type('We retrain each Monday; nobody has looked at the alert since May.', { delay: 120 });
  await page.waitForTimeout(1500); // until it is saved
}

const scenarios: { name: string; path: string; act(page: Page): Promise<void> }[] = [
  { name: 'answering the quick check', path: '/assess/quick/fast-idea-to-model/', act: answerAll },
  { name: 'writing a note', path: '/assess/full/fast-idea-to-model/', act: writeNote },
];

/** Prints the long tasks of the page while a person answers, in processor time at 4x CPU slowdown. */
export async function benchAnswering(): Promise<void> {
  await serve({ port });
  const chrome = await openBrowser();
  for (const { name, path, act } of scenarios) {
    const page = await chrome.newPage();
    await page.goto(`http://127.0.0.1:${port}${path}`);
    await page.locator('.choice').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.waitForTimeout(1000);
    const tasks = await tasksDuring(session, () => act(page));
    const long = tasks.filter((ms) => ms > longTask);
    process.stdout.write(
      `${name}, ${slowdown}x slowdown: ${long.length} of ${tasks.length} tasks over ${longTask} ms, the longest ${Math.max(...tasks).toFixed(0)} ms\n`,
    );
    await page.close();
  }
  await chrome.close();
}
