import { expect, test } from '@playwright/test';

test.afterEach(({ context }) => context.clearPermissions()); // the context is shared

test.describe('an entry', () => {
  test('shows its evidence beside the text at desktop width, with links to participant and claim', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/entries/alert-fatigue/');
    const text = await page.locator('.text p').first().boundingBox();
    const note = await page.locator('.text > p .cite').first().boundingBox();
    expect(note?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    await expect(page.locator('.text .cite a[href="/study/participants/P8/"]').first()).toBeVisible();
  });

  test('what the authors say and what we infer look different and say so', async ({ page }) => {
    await page.goto('/entries/alert-fatigue/');
    await expect(page.locator('.ours').first()).toContainText('Our reading');
    await expect(page.locator('.variable-effects .is-stated').first()).toContainText('stated by the authors');
    const border = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).borderTopStyle);
    expect(await border('.ours')).toBe('dashed');
    expect(await border('.text > p')).toBe('none');
  });

  test('a citation can be copied, and the page says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/entries/alert-fatigue/');
    await page.getByText('Cite this entry').click();
    await page.getByRole('button', { name: 'Copy' }).nth(1).click();
    await expect(page.locator('#copied')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('@misc{trivium-alert-fatigue');
  });

  test('headings have links with a name, to themselves', async ({ page }) => {
    await page.goto('/entries/alert-fatigue/');
    const anchor = page.getByRole('link', { name: 'Link to section What interviewees see' });
    await expect(anchor).toHaveAttribute('href', '#what-interviewees-see');
    await expect(page.locator('#what-interviewees-see')).toBeVisible();
  });

  test('its text has a line length that reads well', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto('/entries/alert-fatigue/');
    const letters = await page
      .locator('.text > p')
      .first()
      .evaluate((paragraph) => {
        const probe = document.createElement('span');
        probe.textContent = 'abcdefghijklmnopqrstuvwxyz'.repeat(2);
        probe.style.position = 'absolute';
        paragraph.append(probe);
        const perLetter = probe.getBoundingClientRect().width / 52;
        probe.remove();
        return paragraph.getBoundingClientRect().width / perLetter;
      });
    expect(letters).toBeGreaterThanOrEqual(45);
    expect(letters).toBeLessThanOrEqual(80);
  });
});
