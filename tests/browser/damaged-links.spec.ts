import { expect, test } from '@playwright/test';
import { writeLink } from '../../src/core/link/write-link.ts';
import { made, pack, team } from '../support/shared-report.ts';

test('a damaged link says so and takes the link again; a file opens as well', async ({ page }) => {
  const code = await writeLink(team, pack);
  await page.goto(`/open/#${code.slice(0, -3)}`);
  await expect(page.getByRole('alert')).toContainText('This link is cut off');
  await page
    .getByLabel('Paste the link')
    .fill(`It is here:\n<https://example.org/open/#${code.slice(0, 30)}\n${code.slice(30)}>`);
  await page.getByRole('button', { name: 'Open the link' }).click();
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await expect(page.locator('.report h1')).toBeFocused();
  expect(page.url()).not.toContain('#');
  await page.getByRole('button', { name: 'Open another' }).click();
  const choose = (text: string, name: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await choose(JSON.stringify(team), 'answers.json');
  await expect(page.locator('.opened-banner')).toContainText('Opened from a file, not verified');
  await page.getByRole('button', { name: 'Open another' }).click();
  const json = JSON.stringify(team).replaceAll('<', '\\u003c');
  await choose(
    `<!doctype html><title>x</title><script type="application/json" id="trivium-answers">${json}</script>`,
    'r.html',
  );
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await page.getByRole('button', { name: 'Open another' }).click();
  await choose(' '.repeat(1_048_577), 'large.json');
  await expect(page.getByRole('alert')).toContainText('larger than 1 MiB');
  await page.goto(`/open/#${code}`);
  await expect(page.locator('.report h1 .verdict')).toHaveText(made.verdict);
  await expect(page).toHaveTitle(new RegExp(`^${RegExp.escape(made.verdict)} .* · Trivium$`));
});

test('a link opens even if its "#" was encoded or lost on the way', async ({ page }) => {
  const code = await writeLink(team, pack, { name: true });
  for (const path of [
    `/open/%23${code}`,
    `/open/${code}`,
    `/open%23${code}`,
    `/open/%2523${code}`,
    `/open/%23${code}.`,
    `/open/＃${code}`,
    `/open/%20${code}`,
    `/open/?${code}`,
    `/open/?%23${code}`,
    `/open/?utm_source=mail&link=${code}`,
  ]) {
    await page.goto(path);
    await expect(page.locator('.opened-banner')).toContainText('Opened from a link, not verified');
    expect(new URL(page.url()).hash).toBe(`#${code}`);
  }
  await page.goto(`/open/?${code.slice(0, -4)}`);
  await expect(page.getByRole('alert')).toContainText('This link is cut off');
  await page.goto('/open/?utm_source=a-long-name-of-a-campaign');
  await expect(page.getByRole('textbox')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.goto('/open/%23');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
});

test('a pasted link opens even if another program rewrote it; other files are named', async ({ page }) => {
  const code = await writeLink(team, pack, { name: true });
  const link = `https://trivium.example/open/#${code}`;
  for (const pasted of [
    `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02&reserved=0`,
    `<${link}|our report>`,
    link.replace('#', ''),
  ]) {
    await page.goto('/open/');
    await page.getByRole('textbox').fill(pasted);
    await page.getByRole('button', { name: 'Open the link' }).click();
    await expect(page.locator('.opened-banner')).toBeVisible();
  }
  await page.goto('/open/');
  await page.getByRole('textbox').fill('https://trivium.example/open/');
  await page.getByRole('button', { name: 'Open the link' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no link in this text.');
  const table = { name: 'scores.csv', mimeType: 'text/csv', buffer: Buffer.from('system,score\nParcels,3\n') };
  await page.locator('input[type=file]').setInputFiles(table);
  await expect(page.getByRole('alert')).toContainText('This is a table (CSV).');
});
