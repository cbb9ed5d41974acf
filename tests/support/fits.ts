import type { Page } from '@playwright/test';

// Whether a page still fits when it is narrow, spaced out, or large: what axe does not look at.

/**
 * Parts that scroll sideways without being a named region that the keyboard reaches; also the page, if it scrolls, or if
 * anything in it is cut off at its side.
 */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.scrollWidth;
    const { scrollWidth, clientWidth } = document.body;
    const scrolls = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { overflowX } = getComputedStyle(element);
      return /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    });
    const labelled = (element: HTMLElement) =>
      element.getAttribute('role') === 'region' &&
      element.tabIndex === 0 &&
      (element.ariaLabel || document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent);
    return [
      ...(width > window.innerWidth ? [`the page scrolls sideways: ${width} px`] : []),
      ...(scrollWidth > clientWidth ? [`the page is cut off at ${clientWidth} of ${scrollWidth} px`] : []),
      ...scrolls
        .filter((element) => !labelled(element) && !(element instanceof HTMLTextAreaElement))
        .map((element) => `${element.tagName}.${element.className} scrolls sideways without being a named region`),
    ];
  });

/** Puts a style over the whole page as a person's own style sheet would; an empty one takes it away again. */
export const restyle = (page: Page, css: string): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = text === '' ? [] : [sheet];
  }, css);

/** The spacing that people may set for themselves (WCAG 1.4.12). */
export const spacedOut = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Texts that are cut off, or run out of their own box. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest('svg, select, textarea, input, .visually-hidden, .skip-link, [hidden]')) continue;
      const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!text || !element.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      for (let around: HTMLElement | null = element; around; around = around.parentElement) {
        const { clipPath, overflowX, overflowY, display } = getComputedStyle(around);
        if (clipPath === 'inset(50%)') break; // for screen readers only
        const edge = around.getBoundingClientRect();
        if (display === 'inline' || display === 'contents') continue;
        const says = `"${text.textContent?.trim().slice(0, 40)}" in ${around.tagName}.${around.className}`;
        if (/hidden|clip/.test(overflowX) && (box.right > edge.right + 2 || box.left < edge.left - 2)) cut.push(says);
        else if (/hidden|clip/.test(overflowY) && box.bottom > edge.bottom + 2) cut.push(says);
        else if (around === element && (box.bottom > edge.bottom + 4 || box.right > edge.right + 4)) cut.push(says);
        if (/auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY)) break;
      }
    }
    return [...new Set(cut)].slice(0, 5);
  });

/** The size of every text, in px, in the order of the page. Texts in pictures grow with their picture. */
const sizes = (page: Page): Promise<{ place: string; size: number }[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          !element.closest('svg, .visually-hidden') && element.textContent?.trim() && element.checkVisibility(),
      )
      .map((element) => ({
        place: `${element.tagName}.${element.className}`,
        size: Number.parseFloat(getComputedStyle(element).fontSize),
      })),
  );

/** Texts that are not twice as large when a person sets their text to 200 %. The page has to be 1280 px wide. */
export async function notDoubled(page: Page): Promise<string[]> {
  const before = await sizes(page);
  await restyle(page, 'html { font-size: 200% !important; }');
  const large = await sizes(page);
  await restyle(page, '');
  return [
    ...new Set(
      large
        .filter(({ size }, at) => Math.abs(size / (before[at]?.size ?? 1) - 2) > 0.02)
        .map(({ place, size }) => `${place} ${size} px at 200 % of text`),
    ),
  ].slice(0, 5);
}

/** Texts that a zoom of 200 % makes less than twice as large: it halves the width of the page in CSS px. */
export async function shrunkByZoom(page: Page): Promise<string[]> {
  const mapOf = async () => {
    const largest = new Map<string, number>();
    for (const { place, size } of await sizes(page)) largest.set(place, Math.max(size, largest.get(place) ?? 0));
    return largest;
  };
  await page.setViewportSize({ width: 1280, height: 800 });
  const before = await mapOf();
  await page.setViewportSize({ width: 640, height: 400 });
  const zoomed = await mapOf();
  return [...zoomed]
    .filter(([place, size]) => size < (before.get(place) ?? 0) - 0.1)
    .map(([place, size]) => `${place} has ${size} px at a zoom of 200 %, ${before.get(place)} px without`);
}

/** Answers and main buttons that are smaller than a thumb: 44 px. */
export const small = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.choice, .primary, .secondary')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return Math.min(width, height) < 43.9;
      })
      .map((element) => `"${element.textContent?.trim().slice(0, 40)}" is smaller than 44 px`),
  );
