import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { questionCount } from '../support/today.ts';

// The layout of a question, which must stay stable.

const { items } = packOf(loadKnowledgeBase());
const longest = items.toSorted((a, b) => b.question.length - a.question.length).slice(0, 2);
const asked = [...longest.map(({ id }) => id), 'fast-idea-to-model'];
const widths = [390, 820, 1280];

async function openQuestion(page: Page, item: string): Promise<void> {
  await page.goto(`/assess/full/${item}/`);
  await expect(page.getByText('Keyboard', { exact: true })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** The boxes of everything on the page except the parts that an answer adds, each under its own key. */
const boxesOf = (page: Page) =>
  page.evaluate(() => {
    const boxes: Record<string, string> = {};
    const all = document.querySelectorAll(
      `header, .question-top > *, h1, .choice, .or-divider, .steps, .steps > .primary, .next, .why-we-ask, .rest > *,
        footer`,
    );
    for (const [index, element] of [...all].entries()) {
      const { x, y, width, height } = element.getBoundingClientRect();
      boxes[`${index} ${element.tagName} ${element.className}`] = [x, y + scrollY, width, height]
        .map(Math.round)
        .join(' ');
    }
    return boxes;
  });

for (const width of widths) {
  test(`at ${width} px neither answering nor clearing an answer moves anything`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const item of asked) {
      await openQuestion(page, item);
      const before = await boxesOf(page);
      for (const value of ['0', '4', 'dk', 'na', '2']) {
        const radio = page.locator(`input[value="${value}"]`);
        await radio.evaluate((input: HTMLInputElement) => input.click()); // does not scroll to it
        await expect(radio).toBeChecked();
        await expect(page.locator('.status')).toContainText('Saved');
        await expect(page.getByRole('button', { name: 'Clear this answer' })).toBeVisible();
        await expect(page.locator('.reason')).toHaveCount(value === 'na' ? 1 : 0);
        expect(await boxesOf(page), `${item}: ${value}`).toEqual(before);
      }
      await page.locator('.clear').evaluate((button: HTMLElement) => button.click());
      await expect(page.locator('.clear')).toHaveCount(0);
      expect(await boxesOf(page), `${item}: cleared`).toEqual(before);
    }
  });
}

test('the Continue button is in view for every question, on a laptop and on a phone', async ({ page }) => {
  const seen: string[] = [];
  await openQuestion(page, items[0]?.id ?? '');
  while (seen.length < items.length) {
    const id = new URL(page.url()).pathname.split('/').at(-2) ?? '';
    seen.push(id);
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = await page.locator('.steps .primary').boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0), `${id} at ${width} px`).toBeLessThanOrEqual(height);
    }
    const heading = page.getByRole('heading', { level: 1 });
    const stem = (await heading.textContent()) ?? '';
    await page.locator('.steps .primary').click();
    await expect(heading).not.toHaveText(stem);
  }
  expect(seen.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
});

test('on a phone, the Continue bar never covers the focused element, forwards or backwards', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openQuestion(page, asked[0] ?? '');
  const isCovered = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      const bar = document.querySelector('.steps')?.getBoundingClientRect();
      if (!focused || !bar || focused === document.body || focused.closest('.steps')) return false;
      const { top, bottom } = (focused.closest('.choice') ?? focused).getBoundingClientRect();
      return bottom > bar.top && top < bar.bottom;
    });
  const steps: [key: string, times: number][] = [
    ['Tab', 25],
    ['Shift+Tab', 25],
  ];
  for (const [key, times] of steps) {
    for (let press = 0; press < times; press += 1) {
      await page.keyboard.press(key);
      expect(await isCovered(), `${key} ${press + 1}`).toBe(false);
    }
  }
  await page.locator('input[value="0"]').focus();
  for (let press = 0; press < 7; press += 1) {
    await page.keyboard.press('ArrowDown');
    expect(await isCovered(), `arrow ${press + 1}`).toBe(false);
  }
});

test('from 1,100 px "Why we ask" is open beside every question; on narrower pages it is folded', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openQuestion(page, 'fast-idea-to-model');
  const box = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().toJSON());
  for (const turn of [1, 2]) {
    await expect(page.locator('.why-we-ask .cite').first(), `question ${turn}`).toBeVisible();
    await expect(page.locator('.why-we-ask')).toContainText('Good enough when');
    const [ask, why, head] = [await box('.ask'), await box('.why-we-ask'), await box('.site-head')];
    expect([ask.width, why.left - ask.right, why.width]).toEqual([640, 48, 384]);
    expect(why.right).toBe(head.right);
    expect(why.top).toBe(ask.top);
    if (turn === 1) await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.locator('.progress-line')).toContainText(`Question 7 of ${questionCount}`);
  }
  await page.setViewportSize({ width: 1100, height: 800 });
  await expect(page.locator('.why-we-ask .cite').first()).toBeVisible();
  await page.setViewportSize({ width: 1090, height: 800 });
  await expect(page.locator('.why-we-ask .cite').first()).toBeHidden();
  await page.locator('.why-we-ask summary').click();
  await expect(page.locator('.why-we-ask .cite').first()).toBeVisible();
});

const screens = {
  question: '/assess/quick/fast-idea-to-model/',
  stage: '/assess/full/stage/experimentation/',
  meeting: '/assess/quick/meeting/fast-idea-to-model/',
};
for (const [name, path] of Object.entries(screens))
  test(`when the scripts arrive, what was pressed before counts, and a question keeps its elements: ${name}`, async ({
    page,
  }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/_astro/assessment-app*', (route) => held.then(() => route.continue()));
    const requested = page.waitForRequest('**/_astro/assessment-app*');
    await page.goto(path, { waitUntil: 'commit' });
    await requested;
    const choices = page.locator('fieldset').first().locator('.choice');
    await expect(choices.first().locator('input')).toBeDisabled();
    await choices.first().evaluate((choice) => choice.setAttribute('data-built', ''));
    await choices.nth(1).locator('span').click({ force: true }); // Playwright would wait until it is enabled
    await choices.nth(3).locator('input').click({ force: true });
    release();
    await expect(choices.nth(3).locator('input')).toBeChecked();
    if (name !== 'stage') await expect(choices.first()).toHaveAttribute('data-built');
    await expect(page.getByRole('status').filter({ hasText: 'Saved in this browser' })).toBeVisible();
    await page.reload();
    await expect(choices.nth(3).locator('input')).toBeChecked();
  });
