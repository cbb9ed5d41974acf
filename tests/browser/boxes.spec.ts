import { expect, type Locator, type Page, test } from '@playwright/test';
import { file, followUp, give, one, openState, seen, steps, team } from '../support/page-states.ts';
import { reportShown } from '../support/report-shown.ts';

// Where things stand: boxes on the page, at a common size of a laptop and of a phone.

const laptop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const question = '/assess/quick/fast-idea-to-model/';

/** The box of something that is shown. */
async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error(`${part} is not shown.`);
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}
const top = (page: Page) => page.evaluate(() => scrollTo(0, 0));
const refused = { name: '', path: question, full: true, reach: seen('summary:text-is("Keyboard")') };

test('a notice about storage stays in view beside the answers, and moves none of them', async ({ page }) => {
  await page.setViewportSize(laptop);
  await openState(page, refused);
  const choices = page.locator('.choice');
  const before = await Promise.all((await choices.all()).map(boxOf));
  await choices.first().click();
  await expect(page.locator('[data-notice=storage]')).toBeVisible();
  await top(page);
  expect(await Promise.all((await choices.all()).map(boxOf))).toEqual(before);
  const notice = await boxOf(page.locator('#notices'));
  expect(notice.bottom).toBeLessThanOrEqual(laptop.height);
  for (const choice of before) expect(choice.right).toBeLessThan(notice.x);
  await expect(page.locator('.on-saving')).toBeHidden(); // it says that answers are kept
});

test('on a phone, the status beside "Continue" leads to the notice, which hides no answer', async ({ page }) => {
  await page.setViewportSize(phone);
  await openState(page, refused);
  await page.locator('.choice').first().click();
  const status = page.getByRole('link', { name: 'Not saved in this browser' });
  expect((await boxOf(status)).bottom).toBeLessThanOrEqual(phone.height);
  await status.click();
  await expect(page.getByRole('button', { name: 'Download answers' })).toBeInViewport();
});

test('a notice is in view on every other screen of an assessment', async ({ page }) => {
  const kept = { a: one.a, b: { format: 'trivium-answers' } };
  for (const [path, size] of [
    ['/assess/', laptop],
    ['/assess/full/check/', phone],
    ['/assess/full/stage/experimentation/', laptop],
    ['/assess/full/report/', phone],
  ] as const) {
    await page.setViewportSize(size);
    await openState(page, { name: '', path, kept, reach: seen('[data-notice=set-aside]') });
    await top(page);
    await expect(page.locator('[data-notice=set-aside] button').first(), path).toBeInViewport();
  }
});

test('a question and the two honest ways out stand above "Continue" on a laptop', async ({ page }) => {
  await page.setViewportSize(laptop);
  await openState(page, { name: '', path: question, reach: seen('summary:text-is("Keyboard")') });
  const bar = await boxOf(page.locator('.question .steps'));
  for (const choice of await page.locator('.ways-out .choice').all())
    expect((await boxOf(choice)).bottom).toBeLessThanOrEqual(bar.y);
});

test('two questions of a follow-up are two ticks, not two bars', async ({ page }) => {
  await page.setViewportSize(laptop);
  await openState(page, {
    name: '',
    path: '/assess/full/actionable-alerts/',
    kept: followUp,
    reach: seen('.asked-again'),
  });
  expect((await boxOf(page.locator('.question-ticks .answered'))).width).toBeLessThan(80);
});

test('the page for leadership fits a phone', async ({ page }) => {
  await page.setViewportSize(phone);
  await openState(page, { name: '', path: '/assess/full/report/', kept: one, reach: reportShown });
  await page.locator('.one-page > summary').click();
  const cut = await page
    .locator('.one-page .scroll, .one-page table')
    .evaluateAll((parts) =>
      parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.className),
    );
  expect(cut).toEqual([]);
});

test('no head of a column of many teams breaks within a word', async ({ page }) => {
  await page.goto('/teams/');
  await page.getByRole('button', { name: 'Show made-up teams' }).click();
  const heads = page.locator('.shared-gaps .item-counts thead th');
  for (const width of [phone.width, 820, laptop.width]) {
    await page.setViewportSize({ width, height: 900 });
    const broken = await heads.evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const text = cell.firstChild as Text;
        return [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return range.getClientRects().length > 1 ? [word] : [];
        });
      }),
    );
    expect([width, broken]).toEqual([width, []]);
  }
});

test('what a report says comes before the field for a missing name', async ({ page }) => {
  await page.setViewportSize(laptop);
  const kept = { a: team(4, '2026-11-01', { system: '' }) };
  await openState(page, {
    name: '',
    path: '/assess/full/report/',
    kept,
    reach: steps(reportShown, seen('.name-prompt')),
  });
  const headline = await boxOf(page.locator('.report h1'));
  expect(headline.y).toBeLessThan(120);
  expect((await boxOf(page.locator('.name-prompt'))).y).toBeGreaterThan(headline.bottom);
});

test('what a link may hold stands apart on a phone', async ({ page }) => {
  await page.setViewportSize(phone);
  await openState(page, { name: '', path: '/assess/full/report/', kept: one, reach: reportShown });
  await page.getByRole('button', { name: 'Share a private link' }).click();
  const texts = await Promise.all((await page.locator('.share .part > span').all()).map(boxOf));
  for (const [at, text] of texts.slice(1).entries())
    expect(text.y - (texts[at]?.bottom ?? 0)).toBeGreaterThanOrEqual(12);
});

test('evidence begins each of its lines at the edge of the text', async ({ page }) => {
  await page.setViewportSize(laptop);
  await openState(page, { name: '', path: question, reach: seen('.why-text .cite') });
  const edgesOf = (line: Element) => {
    const lefts = new Map<number, number>();
    for (const source of line.querySelectorAll('.source')) {
      const box = source.getClientRects()[0];
      if (box) lefts.set(Math.round(box.top), Math.min(lefts.get(Math.round(box.top)) ?? 9999, Math.round(box.left)));
    }
    return [...lefts.values()];
  };
  // The page fills in what is known of the question a moment after it is drawn.
  await expect(async () => {
    const edges = await page.locator('.why-text .citations').evaluate(edgesOf);
    expect(edges.length).toBeGreaterThan(1);
    expect(new Set(edges).size).toBe(1);
  }).toPass({ timeout: 15_000 });
});

test('buttons stand clear of the line below them', async ({ page }) => {
  await page.setViewportSize(laptop);
  const kept = { a: team(4), b: team(9, '2026-05-01') };
  await openState(page, { name: '', path: '/compare/', kept, reach: seen('#change') });
  const row = await boxOf(page.locator('.side-by-side .button-row'));
  expect((await boxOf(page.locator('#import-panel'))).y - row.bottom).toBeGreaterThanOrEqual(16);
});

test('who gave which answer is printed as on the screen', async ({ page }) => {
  const reach = steps(give(file('a.json', team(4)), file('b.json', team(9))), seen('.every-question'));
  await openState(page, { name: '', path: '/together/', reach });
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.person-number', '.dot-strip'])
    await expect(page.locator(part).first()).toHaveCSS('print-color-adjust', 'exact');
});
