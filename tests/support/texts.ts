import type { Page } from '@playwright/test';

/** The texts of elements, with their boxes in screen coordinates and their font size in px. */
export const textsIn = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((texts) =>
    texts
      .filter((text) => text.checkVisibility())
      .map((text) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        const scale =
          text instanceof SVGGraphicsElement ? Math.hypot(text.getScreenCTM()?.a ?? 1, text.getScreenCTM()?.b ?? 0) : 1;
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        return { text: text.textContent ?? '', size, x, y, width, height };
      }),
  );

/** Every text in some data, repeated as often as it occurs. */
export const textsInData = (data: unknown): string[] =>
  typeof data === 'string' ? [data] : data && typeof data === 'object' ? Object.values(data).flatMap(textsInData) : [];
