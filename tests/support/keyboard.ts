import type { Page } from '@playwright/test';

/** What is wrong with the focus: no element has it, or the element or its ring cannot be seen. */
const focusProblem = (page: Page): Promise<{ id: string; problem: string }> =>
  page.evaluate(async () => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return { id: 'body', problem: '' };
    const all = [...document.querySelectorAll('*')];
    const name = `${element.tagName.toLowerCase()} "${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 30)}"`;
    const id = `${all.indexOf(element)} ${name}`;
    // A field inside a label that carries the ring is seen as its label.
    const shown = element.closest<HTMLElement>('.choice') ?? element;
    const isFree = () => {
      const points = [...shown.getClientRects()].flatMap(({ left, top, width, height }) =>
        [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [left + x * width, top + y * height] as const)),
      );
      return points.some(([x, y]) => {
        const top = document.elementsFromPoint(x, y)[0];
        return (
          top && (shown.contains(top) || (top.contains(shown) && !getComputedStyle(top).position.match(/fixed|sticky/)))
        );
      });
    };
    // What is laid out only when it comes near may take some frames to settle.
    for (let frame = 0; frame < 10 && !isFree(); frame += 1) await new Promise(requestAnimationFrame);
    if (!isFree()) return { id, problem: `${name} has the focus and is covered or outside of the window` };

    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const light = (colour: string) => {
      if (!canvas) return [0, 0];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const [lr = 0, lg = 0, lb = 0] = [r, g, b].map((c) =>
        c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
      );
      return [0.2126 * lr + 0.7152 * lg + 0.0722 * lb, a];
    };
    let [ground = 1, filled = 0] = [1, 0];
    for (let around = shown.parentElement; around && filled === 0; around = around.parentElement)
      [ground = 1, filled = 0] = light(getComputedStyle(around).backgroundColor);
    const style = getComputedStyle(shown);
    const frame = shown.querySelector('rect'); // a link in a picture has a frame instead
    const inPicture = frame instanceof SVGElement && style.outlineStyle === 'none';
    const scale = inPicture ? ((frame as SVGGraphicsElement).getScreenCTM()?.a ?? 1) : 1;
    const width = inPicture
      ? Number.parseFloat(getComputedStyle(frame).strokeWidth) * scale
      : style.outlineStyle === 'none'
        ? 0
        : Number.parseFloat(style.outlineWidth);
    const [ring = 0] = light(inPicture ? getComputedStyle(frame).stroke : style.outlineColor);
    const contrast = (Math.max(ring, ground) + 0.05) / (Math.min(ring, ground) + 0.05);
    if (width < 1.99) return { id, problem: `${name} has a focus ring of ${width} px` };
    return { id, problem: contrast < 3 ? `${name} has a focus ring of contrast ${contrast.toFixed(2)}` : '' };
  });

/**
 * Goes through a page with Tab from its first stop, or from where a dialog has put the focus, and from its end back.
 * Long pages repeat themselves: `most` stops from the start and a third of them from the end are enough.
 */
export async function walk(page: Page, most: number): Promise<string[]> {
  const problems = new Set<string>();
  const dialog = await page.evaluate(() => {
    const open = document.querySelector('dialog:modal');
    if (!open) document.querySelector<HTMLElement>('a.skip-link')?.focus();
    return open !== null;
  });
  for (const [key, stops] of [
    ['Tab', most],
    ['Shift+Tab', Math.ceil(most / 3)],
  ] as const) {
    let [last, repeats, left] = ['', 0, 0];
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press(key);
      const { id, problem } = await focusProblem(page);
      if (id === 'body') {
        left += 1; // past the last stop: the browser's own controls come
        if (left > 1 || !dialog) break;
        continue;
      }
      if (problem) problems.add(problem);
      repeats = id === last ? repeats + 1 : 0;
      if (repeats > 6) problems.add(`Tab does not leave ${id}`); // a date field has several stops
      last = id;
    }
    if (!dialog) await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
  return [...problems].slice(0, 8);
}
