import { expect, test } from '@playwright/test';

test('the order of a radar chart is changed by keyboard, and the page says how the area changes', async ({ page }) => {
  await page.goto('/method/');
  const shapes = page.locator('.radar-shape');
  await expect(shapes.filter({ visible: true })).toHaveCount(1);
  const says = page.locator('.radar-says');
  const before = await says.textContent();
  const rows = await page.locator('.same-rows svg').innerHTML();
  const [given, sorted] = [
    page.getByRole('button', { name: 'As given' }),
    page.getByRole('button', { name: 'Sorted' }),
  ];
  await expect(given).toHaveAttribute('aria-pressed', 'true');
  await given.focus();
  await page.keyboard.press('Tab');
  await expect(sorted).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sorted).toHaveAttribute('aria-pressed', 'true');
  await expect(given).toHaveAttribute('aria-pressed', 'false');
  await expect(says).not.toHaveText(before ?? '');
  await expect(says).toContainText('times the area');
  await expect(page.getByRole('img', { name: 'Radar chart. Order of the spokes: Sorted' })).toBeVisible();
  await expect(shapes.filter({ visible: true })).toHaveCount(1);
  // The announcement says what the table says.
  const area = await page
    .getByRole('row', { name: /^Sorted/ })
    .getByRole('cell')
    .nth(1)
    .textContent();
  await expect(says).toContainText(`${area} of 100`);
  expect(await page.locator('.same-rows svg').innerHTML()).toBe(rows);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the three orders are side by side with their areas, and there is no button', async ({ page }) => {
    await page.goto('/method/');
    const shapes = page.locator('.radar-shape');
    await expect(shapes.filter({ visible: true })).toHaveCount(3);
    const boxes = await Promise.all((await shapes.all()).map((shape) => shape.boundingBox()));
    expect(new Set(boxes.map((box) => Math.round(box?.y ?? 0))).size).toBe(1);
    const captions = await shapes.locator('figcaption').allTextContents();
    expect(new Set(captions.map((text) => /area ([\d.]+) of 100/.exec(text)?.[1])).size).toBe(3);
    await expect(page.locator('.radars').getByRole('button')).toHaveCount(0);
    await expect(page.locator('.radars tbody tr')).toHaveCount(3);
    await expect(page.getByText('Safari may delete')).toBeVisible();
  });
});
