import type { Page } from '@playwright/test';

/** The boxes of texts, as they are on the screen, and the height of a letter in px. */
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
