import { expect, type Page, test } from '@playwright/test';

/** The right edges of elements, in whole px. */
const rightEdges = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((elements) => elements.map((element) => Math.round(element.getBoundingClientRect().right)));

test('home fits on one screen: what it is, both ways in, a report, symptoms and what to do with answers', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  await expect(page.locator('.symptoms a')).toHaveCount(7);
  await expect(page.locator('.symptoms a').first()).toHaveAttribute('href', '/trouble/');
  for (const part of ['h1', '#start', '.home-actions .secondary', '.sample-picture', '.finding', '.home-note']) {
    const box = await page.locator(part).first().boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0), part).toBeLessThanOrEqual(800);
  }
  const lines = await page
    .locator('h1')
    .evaluate((title) => title.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(title).lineHeight));
  expect(Math.round(lines)).toBeLessThanOrEqual(4); // three in most typefaces, four in wide ones
  expect((await page.locator('.sample-picture').boundingBox())?.x).toBeGreaterThan(
    (await page.locator('.home-opening').boundingBox())?.x ?? Infinity,
  );
});

test('parts wider than the text column share one right edge', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const [path, parts] of [
    ['/', '.site-head, .sample-picture, .finding'],
    ['/trouble/', '.site-head, .at-once, .bugs details'],
    ['/knowledge/', '.site-head, .finding, .stage-layer-counts'],
    ['/teams/', '.site-head, .import-panel'],
    ['/together/', '.site-head, .import-panel'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator(parts.split(', ').at(-1) ?? '').first()).toBeVisible();
    expect([...new Set(await rightEdges(page, parts))], path).toHaveLength(1);
  }
});
