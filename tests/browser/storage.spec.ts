import { expect, type Page, test } from '@playwright/test';
import { onPageError } from '../support/page-errors.ts';
import { chooseFile, file, item, kept, radio, visit, withParcels } from '../support/stored-parcels.ts';

test('two tabs that answer one question differently show both answers, and either can be kept', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await visit(one);
  await radio(one, 1).check();
  await visit(two);
  await expect(radio(two, 1)).toBeChecked();
  await one.bringToFront();
  await radio(one, 1).focus();
  await radio(two, 3).check();
  await expect(radio(one, 3)).toBeChecked();
  await expect(radio(one, 1)).toBeFocused();
  const notice = one.locator('[data-notice=other-tab]');
  await expect(notice).toContainText('Answered differently in another tab');
  await expect(two.locator('[data-notice=other-tab]')).toHaveCount(0);
  await notice.getByRole('button', { name: 'Keep this one' }).click();
  await expect(radio(two, 1)).toBeChecked();
  await two.getByRole('button', { name: 'Take that one' }).click();
  await expect(two.locator('[data-notice=other-tab]')).toHaveCount(0);
  expect((await kept(one))[0].answers).toMatchObject([{ item, level: 1 }]);
});

test('a cleared answer stays cleared, in the other tab too', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await visit(one);
  await radio(one, 1).check();
  await visit(two);
  await one.getByRole('button', { name: 'Clear this answer' }).click();
  await expect(one.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(radio(two, 1)).not.toBeChecked();
  await two.goto('/assess/quick/check/');
  await expect(two.getByText('0 of 15 answered')).toBeVisible();
});

/** Makes the browser refuse these stores in every page that is opened from now on. */
const refuseStores = (page: Page, ...stores: string[]) =>
  page.addInitScript((names) => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    for (const name of names) Object.defineProperty(window, name, { get: refuse });
  }, stores);

test('a browser that refuses only the storage of the tab shows every page without an error', async ({ page }) => {
  await refuseStores(page, 'sessionStorage');
  const errors: string[] = [];
  const stop = onPageError(page, ({ message }) => errors.push(message));
  for (const path of ['/', '/assess/quick/fast-idea-to-model/', '/entries/', '/compare/']) {
    const ready = page.waitForResponse(/\/once-loaded\./);
    await page.goto(path);
    await ready;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
  stop();
  expect(errors).toEqual([]);
});

for (const [refused, kept, reached] of [
  ['sessionStorage', 'localStorage', 'what this tab keeps'],
  ['localStorage', 'sessionStorage', 'assessments and settings'],
] as const)
  test(`where only ${refused} is refused, everything else is deleted, and the page says what stays`, async ({
    page,
  }) => {
    await page.goto('/404.html');
    await page.evaluate((store) => (Reflect.get(window, store) as Storage).setItem('trivium:assessment:a', '{}'), kept);
    await refuseStores(page, refused);
    await page.goto('/privacy/');
    const ask = page.getByRole('button', { name: 'Delete everything in this browser' });
    await ask.click();
    await page.getByRole('button', { name: 'Yes, delete everything' }).click();
    const status = page.locator('#forget [role=status]');
    const named = `does not let Trivium reach ${reached} (SecurityError)`;
    await expect(status).toHaveText(
      new RegExp(`^Everything that Trivium could reach is deleted. .*${named.replaceAll(/[()]/g, '\\$&')}`),
    );
    expect(await page.evaluate((store) => (Reflect.get(window, store) as Storage).length, kept)).toBe(0);
    await ask.click(); // now there is nothing that it could delete
    await expect(status).toHaveText(/^The browser does not let Trivium reach /);
  });

test('what could not be saved is saved as soon as storage works again', async ({ page }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Object.assign(window, { full: true });
    Storage.prototype.setItem = function (key, value) {
      if (Reflect.get(window, 'full')) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  });
  await visit(page);
  await radio(page, 2).check();
  await expect(page.locator('[data-notice=storage]')).toContainText('QuotaExceededError');
  expect(await kept(page)).toEqual([]);
  await page.evaluate(() => Object.assign(window, { full: false }));
  await expect(page.locator('[data-notice=storage]')).toHaveCount(0);
  expect((await kept(page))[0].answers).toMatchObject([{ item, level: 2 }]);
});

test('an answer given just before the page is left is there', async ({ page }) => {
  await visit(page);
  await page.evaluate(() => {
    document.querySelectorAll<HTMLInputElement>('.question input[type=radio]')[4]?.click();
    location.reload();
  });
  await expect(radio(page, 4)).toBeChecked();
});

test('an earlier state can be restored, and restoring undone; five are kept', async ({ context }) => {
  for (let session = 0; session < 7; session += 1) {
    const page = await context.newPage();
    await visit(page);
    await radio(page, session % 5).check();
    await kept(page);
    await page.close();
  }
  const page = await context.newPage();
  await page.goto('/assess/');
  await page.locator('.draft-list summary').click();
  await page.getByRole('button', { name: /^Restore an earlier state/ }).click();
  await expect(page.locator('#import-panel h2')).toBeFocused();
  const states = page.getByRole('button', { name: /^Restore this state/ });
  await expect(states).toHaveCount(5);
  await states.nth(2).click();
  await expect.poll(async () => (await kept(page))[0].answers[0].level).toBe(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await kept(page))[0].answers[0].level).toBe(1);
  expect(await kept(page, 'trivium:snapshot:')).toHaveLength(5);
});

test('where storage is full, earlier states make room', async ({ page }) => {
  await withParcels(page);
  await page.locator('.draft-list summary').click();
  await expect(page.getByRole('button', { name: /^Restore an earlier state/ })).toBeVisible();
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      const full = Object.keys(localStorage).some((each) => each.startsWith('trivium:snapshot:'));
      if (full) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  });
  await page.getByLabel('Your role').fill('On call');
  await expect.poll(async () => (await kept(page))[0].respondent).toEqual({ role: 'On call' });
  expect(await kept(page, 'trivium:snapshot:')).toEqual([]);
  await expect(page.locator('[data-notice=storage]')).toHaveCount(0);
});

test('a double press makes one copy, not two', async ({ page }) => {
  await withParcels(page);
  await page.locator('.draft-list summary').click();
  await page.getByRole('button', { name: /^Duplicate/ }).dblclick();
  await expect(page.locator('.draft-list strong')).toHaveText(['Parcels (copy)', 'Parcels']);
  expect(await kept(page)).toHaveLength(2);
  await page
    .getByRole('button', { name: /^Assess again/ })
    .last()
    .dblclick();
  await expect(page.locator('.draft-list strong')).toHaveCount(3);
  await chooseFile(page, JSON.stringify({ ...file, system: 'Search' }));
  await page.getByRole('button', { name: 'Add as a new assessment' }).dblclick();
  await expect(page.locator('.draft-list strong')).toHaveCount(4);
  expect(await kept(page)).toHaveLength(4);
});

test('if storage is blocked, the pages of several assessments say so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  for (const path of ['/compare/', '/together/']) {
    await page.goto(path);
    await expect(page.locator('[data-notice=storage]')).toContainText('SecurityError');
  }
});
