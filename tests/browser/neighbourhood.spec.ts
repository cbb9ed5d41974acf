import { expect, test } from '@playwright/test';
import { textsIn } from '../support/texts.ts';

// The figure of an entry among its neighbours.

for (const width of [320, 390, 820, 1056, 1280, 1680]) {
  test(`at ${width} px every text in an entry's figure is at least 12 px and stays inside it`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const id of ['long-tail-of-bugs', 'dev-prod-mismatch', 'sustaining-models-takes-deliberate-practice']) {
      await page.goto(`/entries/${id}/`);
      const figure = await page.locator('.neighbourhood').boundingBox();
      const texts = await textsIn(page, '.neighbourhood :is(figcaption, p, a, strong)');
      expect(texts.length, id).toBeGreaterThan(6);
      expect(texts.filter(({ size }) => size < 12)).toEqual([]);
      const right = (figure?.x ?? 0) + (figure?.width ?? 0) + 1;
      expect(texts.filter(({ x, width: wide }) => x < (figure?.x ?? 0) || x + wide > right)).toEqual([]);
    }
  });
}

test('the figure names each relation before its entries, and every entry is a link', async ({ page }) => {
  await page.goto('/entries/long-tail-of-bugs/');
  const groups = page.locator('.neighbourhood .group');
  await expect(groups.locator('p')).toHaveText([
    'Comes from',
    'Is made worse by',
    'Leads to',
    'Is eased by',
    'Calls for',
  ]);
  await expect(groups.first().getByRole('link')).toHaveText(['Code quality', /^Dev-prod mismatch/]);
  await expect(groups.getByRole('link')).toHaveCount(14);
  await expect(page.locator('.neighbourhood figcaption')).toContainText('Our reading');
  await groups.getByRole('link', { name: 'Debugging paranoia' }).click();
  await expect(page.locator('.neighbourhood .before')).toContainText('Long tail of ML bugs');
});

test('if there is room, causes are left of the entry and consequences right of it', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 900 });
  await page.goto('/entries/long-tail-of-bugs/');
  const edges = async (side: string) => {
    const box = await page.locator(`.neighbourhood .${side}`).boundingBox();
    return { left: box?.x ?? 0, right: (box?.x ?? 0) + (box?.width ?? 0), top: box?.y ?? 0 };
  };
  const [before, self, after, below] = await Promise.all(['before', 'self', 'after', 'below'].map(edges));
  expect(before?.right).toBeLessThan(self?.left ?? 0);
  expect(self?.right).toBeLessThan(after?.left ?? 0);
  expect(self?.top).toBeLessThan(below?.top ?? 0);
});
