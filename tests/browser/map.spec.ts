import { expect, type Page, test } from '@playwright/test';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { relationsOf } from '../../src/core/knowledge/graph.ts';
import { troubleChains } from '../../src/core/knowledge/troubles.ts';
import { overlap } from '../support/layout.ts';
import { readPdf } from '../support/pdf.ts';
import { textsIn } from '../support/texts.ts';

// What leads where: the chains of trouble, the table, the grid, and the full matrix.

const kb = loadKnowledgeBase();
const chains = troubleChains(kb, relationsOf(kb));
const ids = [...kb.entries.keys()];
/** Includes the least width at which the drawing is shown, where its text is smallest, and one pixel less. */
const widths = [390, 815, 816, 820, 1280, 1680];

/** Points along the arrows, in screen coordinates. */
const arrowPoints = (page: Page) =>
  page.locator('.on-screen .edge path').evaluateAll((paths) =>
    paths.flatMap((path) => {
      const drawn = path as unknown as SVGPathElement;
      const place = drawn.getScreenCTM();
      const length = drawn.getTotalLength();
      return Array.from({ length: 80 }, (_, step) => {
        const { x, y } = drawn.getPointAtLength((length * step) / 79).matrixTransform(place ?? undefined);
        return { x, y };
      });
    }),
  );

for (const width of widths) {
  test(`at ${width} px no label of the chains touches another label or an arrow, and all are at least 12 px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/map/');
    const labels = await textsIn(page, '.chains text');
    if (width < 816) {
      expect(labels).toEqual([]);
      await expect(page.locator('.chain-list > li:visible')).not.toHaveCount(0);
      return;
    }
    expect(labels.length).toBeGreaterThan(40);
    expect(labels.filter(({ size }) => size < 12)).toEqual([]);
    // The box of a line includes ascenders and descenders, so the lines of one label may touch.
    const inked = labels.map((label) => ({ ...label, y: label.y + label.height * 0.2, height: label.height * 0.6 }));
    const touching = inked.flatMap((a, at) =>
      inked
        .slice(at + 1)
        .filter((b) => overlap(a, b))
        .map((b) => [a.text, b.text]),
    );
    expect(touching).toEqual([]);
    const points = await arrowPoints(page);
    expect(points.length).toBeGreaterThan(1000);
    const crossed = inked.filter((box) => points.some(({ x, y }) => overlap(box, { x, y, width: 0.01, height: 0.01 })));
    expect(crossed.map(({ text }) => text)).toEqual([]);
  });
}

test('the list on a phone has every arrow of the drawing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/map/');
  const listed = await page.locator('.chain-list > li:visible').evaluateAll((items) =>
    items.flatMap((item) => {
      const from = item.querySelector('.name')?.textContent;
      return [...item.querySelectorAll('li')].flatMap((group) => {
        const kind = group.querySelector('.muted')?.textContent;
        return [...group.querySelectorAll('a')].map((link) => `${from} ${kind} ${link.textContent}`);
      });
    }),
  );
  const title = (id: string) => kb.entries.get(id)?.title;
  const words = { 'leads-to': 'leads to', worsens: 'makes worse' };
  const arrows = chains.relations.map(({ from, kind, to }) => `${title(from)} ${words[kind]} ${title(to)}`);
  expect(listed.toSorted()).toEqual(arrows.toSorted());
  for (const { id } of chains.unlinked) await expect(page.locator(`.unlinked a[href*="${id}"]`)).toBeVisible();
});

test('focus or address highlights the arrows of a trouble, and focus the rows of a practice', async ({ page }) => {
  await page.goto('/map/#alert-fatigue');
  await expect(page.locator('.on-screen .edge.is-lit')).toHaveCount(3);
  await expect(page.locator('tr:target')).toContainText('The pager goes off all night');
  await page.locator('.on-screen .node[data-id=natural-drift]').focus();
  await expect(page.locator('.on-screen .edge.is-lit')).toHaveCount(2);
  await page.locator('#goldilocks-alerts').getByRole('link', { name: 'Actionable alerts' }).focus();
  await expect(page.locator('tr.is-lit')).toHaveCount(2);
  await expect(page.locator('tr.is-lit').first()).toContainText('Alert fatigue');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/entries/actionable-alerts/');
});

test('every entry can still be reached by its address on the map', async ({ page }) => {
  await page.goto('/map/');
  const found = await page.evaluate((all) => all.map((id) => document.querySelectorAll(`[id="${id}"]`).length), ids);
  expect(ids.filter((_, at) => found[at] !== 1)).toEqual([]);
  await page.goto('/map/#fast-idea-to-model');
  await expect(page.locator('#fast-idea-to-model')).toBeInViewport();
});

test('the full matrix is folded, and has every relation in the table below it', async ({ page }) => {
  await page.goto('/map/');
  const matrix = page.locator('.all-relations');
  await expect(matrix.locator('svg')).toBeHidden();
  await matrix.locator('summary').click();
  const rows = await matrix.locator('tbody tr').count();
  await expect(matrix.locator('text.letter')).toHaveCount(rows);
  const letters = await textsIn(page, '.all-relations text');
  expect(letters.filter(({ size }) => size < 12)).toEqual([]);
  // Each name has a whole row or column up to the cells, and must not run into the cells or out of the picture.
  const inside = await matrix.locator('svg').evaluate((svg) => {
    const edge = svg.getBoundingClientRect();
    const first = Math.min(...[...svg.querySelectorAll('.letter')].map((letter) => letter.getBoundingClientRect().x));
    return [...svg.querySelectorAll('text:not(.letter)')].every((name) => {
      const { top, right, width, height } = name.getBoundingClientRect();
      return top >= edge.top && (width < height || right <= first);
    });
  });
  expect(inside).toBe(true);
});

for (const format of ['A4', 'Letter'] as const) {
  test(`chains and table print on one landscape ${format} page`, async ({ page }) => {
    await page.goto('/map/');
    const { pages } = await readPdf(await page.pdf({ format, preferCSSPageSize: true }));
    expect(pages).toHaveLength(1);
    const sheet = pages[0];
    expect(sheet?.width).toBeGreaterThan(sheet?.height ?? 0);
    for (const words of ['Unnatural', 'makes worse', 'The pager goes off all night', 'Keeping GPUs warm'])
      expect(sheet?.text).toContain(words);
  });
}
