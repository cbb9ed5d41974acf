import { expect, type Page, test } from '@playwright/test';
import { readLink } from '../../src/core/link/read-link.ts';
import { randomFrom } from '../../src/core/reliability/bootstrap.ts';
import { pack, team } from '../support/shared-report.ts';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

/** Opens the report of answers as if they had been given in this browser, and then the dialog. */
async function openDialog(page: Page, answers: object = team): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate((text) => localStorage.setItem('trivium:assessment:test', text), JSON.stringify(answers));
  await page.goto('/assess/full/report/');
  await page.getByRole('button', { name: 'Share a private link' }).click();
  await expect(page.locator('dialog.share')).toBeVisible();
  await expect(page.locator('.shared-link')).toContainText('/open/#');
}
const linkIn = async (page: Page) => (await page.locator('.shared-link').textContent()) ?? '';

test('the dialog says what is in the link: no text until it is chosen, then exactly that text', async ({ page }) => {
  await openDialog(page);
  const dialog = page.locator('dialog.share');
  await expect(dialog.getByRole('heading', { name: 'Share a private link' })).toBeFocused();
  await expect(dialog.getByRole('checkbox')).toHaveCount(3);
  for (const box of await dialog.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await expect(dialog.locator('.link-contents')).not.toContainText(/Parcel times|On call|A quiet note|Ada/);
  const bare = await linkIn(page);
  expect(await readLink(bare, pack)).toMatchObject({
    ok: true,
    value: { system: '', decisions: [], context: { serving: 'online' } },
  });
  await expect(dialog).toContainText(`${bare.length} characters.`);
  await dialog.getByLabel('The name of the system, your role').check();
  await expect(dialog.locator('.link-contents')).toContainText('Parcel times');
  await expect(dialog.locator('.link-contents')).not.toContainText('A quiet note');
  await expect
    .poll(async () => (await readLink(await linkIn(page), pack)).ok && (await linkIn(page)) !== bare)
    .toBe(true);
  expect(await readLink(await linkIn(page), pack)).toMatchObject({ value: { system: 'Parcel times', decisions: [] } });
  await dialog.getByLabel('Notes, evidence').check();
  await dialog.getByLabel('Decisions with owners').check();
  await expect(dialog.locator('.link-contents')).toContainText('A quiet note');
  await expect(dialog.locator('.link-contents')).toContainText('Do, Ada, 15 Jan 2027');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Share a private link' })).toBeFocused();
});

test('copying works with the clipboard, and without it selects the link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDialog(page);
  const link = await linkIn(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is selected')).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe(link);
});

test('where the browser can hand links to other programs, it is offered', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (data: { url: string }) => Promise.resolve(Object.assign(window, { sent: data.url })),
    });
  });
  await openDialog(page);
  await page.getByRole('button', { name: 'Send with' }).click();
  expect(await page.evaluate(() => Reflect.get(window, 'sent'))).toBe(await linkIn(page));
});

test('a link that would be too long is not offered; the file is', async ({ page }) => {
  const random = randomFrom(7);
  const noise = () => Array.from({ length: 1900 }, () => String.fromCharCode(33 + 90 * random())).join('');
  const long = { ...team, answers: team.answers.map((answer, at) => (at < 3 ? { ...answer, note: noise() } : answer)) };
  await openDialog(page, long);
  await page.getByLabel('Notes, evidence').check();
  await expect(page.getByText('Chat and mail cut links longer than 2000')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});
