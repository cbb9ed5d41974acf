import { expect, type Page } from '@playwright/test';

/** Texts of the visible sheet that overlap another text or a dot, or leave their column. */
export const faultsOf = (drawings: Element[]): string[] =>
  drawings.flatMap((drawing) => {
    const around = drawing.getBoundingClientRect();
    if (around.width === 0) return [];
    const columns = (drawing as SVGSVGElement).viewBox.baseVal.width > 1000 ? 4 : 1;
    const columnOf = (x: number) => Math.floor(((x - around.left) / around.width) * columns);
    const boxesOf = (selector: string) =>
      [...drawing.querySelectorAll(selector)].map((part) => ({
        part,
        name: part.textContent?.trim() || part.tagName,
        box: part.getBoundingClientRect(),
      }));
    const texts = boxesOf('text');
    const shapes = boxesOf('circle').filter(({ part }) => part.nextElementSibling?.tagName !== 'text'); // without a number
    const isOver = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
    return texts.flatMap(({ name, box, part }, index) => {
      const isNumber = part.previousElementSibling?.tagName === 'circle';
      const others = isNumber ? texts.slice(index + 1) : [...texts.slice(index + 1), ...shapes];
      const over = others.filter((other) => isOver(box, other.box)).map((other) => `"${name}" over "${other.name}"`);
      const isOutside = box.left < around.left - 1 || columnOf(box.left + 3) !== columnOf(box.right - 3);
      return isOutside ? [...over, `"${name}" leaves its column`] : over;
    });
  });

/** Expects no fault of the sheet's texts at every width that we look at. */
export async function expectNoFaults(page: Page): Promise<void> {
  const drawings = page.locator('.practice-sheet svg.sheet-drawing, .teams-sheet svg.sheet-drawing');
  for (const width of [390, 820, 1280, 1680]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(drawings.filter({ visible: true }).first()).toBeVisible();
    expect(await drawings.locator('text').filter({ visible: true }).count(), `${width} px`).toBeGreaterThan(10);
    expect(await drawings.evaluateAll(faultsOf), `${width} px`).toEqual([]);
  }
}
