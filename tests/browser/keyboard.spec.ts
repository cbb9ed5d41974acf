import { expect, type Locator, type Page, test } from '@playwright/test';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

// From the home page to a printed report with the keyboard alone: no call of this file moves or presses a mouse.

const focused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
const lost = (page: Page) => page.evaluate(() => document.activeElement === document.body);

/** Presses Tab until the target has the focus; on the way the focus is never lost. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150 && !(await focused(target)); presses += 1) {
    await page.keyboard.press(key);
    expect(await lost(page), `focus is lost on the way to ${target}`).toBe(false);
  }
  await expect(target).toBeFocused();
}
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('home, quick check, report, a number explained, a link shared, a print: nothing but keys', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    Object.assign(window, {
      printed: 0,
      print: () => Object.assign(window, { printed: Reflect.get(window, 'printed') + 1 }),
    });
  });
  const { keyboard } = page;
  await page.goto('/');
  await keyboard.press('Tab');
  await expect(page.locator('.skip-link')).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(page, page.locator('#start'));
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/\/assess\//);
  if (await page.locator('.depth').first().isVisible()) {
    await tabTo(page, page.getByText('Start the quick check'));
    await keyboard.press('Enter');
  }

  const heading = page.getByRole('heading', { level: 1 });
  for (let question = 1; question <= 15; question += 1) {
    await expect(page.locator('.progress-line')).toContainText(`Question ${question} of 15`);
    await expect(heading).toBeFocused();
    await keyboard.press('2');
    expect(await lost(page)).toBe(false);
    await keyboard.press('Enter');
  }
  await expect(heading).toHaveText('Check your answers');
  await expect(heading).toBeFocused();
  await tabTo(page, link(page, 'See the report'));
  await keyboard.press('Enter');
  await expect(page.locator('.report h1')).toBeFocused();

  const score = page.locator('.report > .practice-sheet .sheet-wide .sheet-head').first();
  await tabTo(page, score);
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(score).toBeFocused();

  const share = button(page, 'Share a private link');
  await tabTo(page, share, 'Shift+Tab'); // above the sheet
  await keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Share a private link' })).toBeFocused();
  await tabTo(page, button(page, 'Copy link'));
  await keyboard.press('Enter');
  await expect(dialog.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/open\/#\w/);
  await expect(button(page, 'Copy link')).toBeFocused();
  await keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(share).toBeFocused();

  const download = button(page, /^Download$/);
  await tabTo(page, download, 'Shift+Tab'); // before it
  await keyboard.press('Enter');
  await expect(page.locator('.downloads')).toBeVisible();
  await expect(download).toBeFocused();
  await tabTo(page, button(page, 'Print'));
  await keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'printed'))).toBe(1);
  await expect(button(page, 'Print')).toBeFocused();
});

test('search, facets and an entry with the keyboard alone', async ({ page }) => {
  const { keyboard } = page;
  await page.goto('/entries/');
  const kind = page.getByRole('checkbox', { name: /^Pain points/ });
  await tabTo(page, kind);
  await keyboard.press('Space');
  await expect(page.locator('.card:visible')).toHaveCount(14);
  await expect(kind).toBeFocused();
  await tabTo(page, page.locator('#find'), 'Shift+Tab');
  await keyboard.type('alert fatigue');
  await expect(page.locator('.card:visible mark').first()).toBeVisible();
  await tabTo(page, page.locator('.card:visible h2 a').first());
  await keyboard.press('Enter');
  await expect(page).toHaveURL('/entries/alert-fatigue/');
  await tabTo(page, page.locator('.cite-menu summary'));
  await keyboard.press('Enter');
  await expect(page.locator('.cite-menu pre').first()).toBeVisible();
});

for (const direction of ['down', 'up'])
  test(`a focus that moves ${direction} the list of entries faster than it is laid out stays in the window`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 844 });
    for (const stops of [15, 30, 45]) {
      await page.goto('/404.html'); // so that the list is a new document, in which no card has a remembered height
      await page.goto('/entries/');
      const place = await page.evaluate(
        async ([count, isBackwards]) => {
          const links = [...document.querySelectorAll<HTMLElement>('.card a')];
          if (isBackwards) links.reverse();
          for (const each of links.slice(0, count)) each.focus();
          for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
          const { top, bottom } = (document.activeElement ?? document.body).getBoundingClientRect();
          return { top, bottom };
        },
        [stops, direction === 'up'] as const,
      );
      expect(place.top, `${stops} stops`).toBeGreaterThanOrEqual(0);
      expect(place.bottom, `${stops} stops`).toBeLessThanOrEqual(844);
    }
  });
