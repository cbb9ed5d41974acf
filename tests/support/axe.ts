import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

// axe runs inside the page and hands back its violations only: about five times faster than with every pass as well.

const require = createRequire(import.meta.url);
const source = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What the site holds itself to. */
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose result a colour theme can change. */
const byTheme = ['color-contrast', 'link-in-text-block'];

export type Themes = 'light' | 'dark';
/** Which rules run: all, all but those about colours, or those about colours on texts that no earlier look has shown. */
export type Rules = 'all' | 'all but colours' | 'new texts';
export interface Look {
  theme: Themes;
  width: number;
  /** Undefined where all results follow from the other looks. */
  rules?: Rules;
}

/**
 * The six looks of a page, in this order. All rules run on the widest and on the narrowest, each in another theme. The ink
 * of a text depends on the theme, so at the other width only texts are looked at that this theme has not shown before. No
 * breakpoint is between 320 and 390 px. tests/styles checks both. `npm run axe` runs every rule in every look.
 */
export const looks: readonly Look[] = [
  { theme: 'light', width: 1280, rules: 'all' },
  { theme: 'light', width: 390, rules: 'new texts' },
  { theme: 'light', width: 320 },
  { theme: 'dark', width: 320, rules: 'all' },
  { theme: 'dark', width: 390 },
  { theme: 'dark', width: 1280, rules: 'new texts' },
];

/** Makes axe ready for every page that a tab loads from now on. */
export async function withAxe(page: Page): Promise<void> {
  await page.addInitScript(source);
}

/** Puts a page that is already loaded into another theme and width. */
export async function show(page: Page, { theme, width }: Pick<Look, 'theme' | 'width'>): Promise<void> {
  await page.setViewportSize({ width, height: width > 500 ? 800 : 844 });
  await page.emulateMedia({ colorScheme: theme });
}

interface Axe {
  run(
    context: Element | Document | readonly Element[],
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
}

/**
 * What axe finds in a page that `withAxe` has prepared, one sentence for each rule: its name, how often, and the first
 * three places. `within` keeps it to one part of the page, as a CSS selector.
 */
export function violations(
  page: Page,
  { rules = 'all', within }: { rules?: Rules | undefined; within?: string | undefined } = {},
) {
  return page.evaluate(
    async ({ everything, byTheme, rules: asked, part }) => {
      const axe = Reflect.get(window, 'axe') as Axe;
      const root = part === '' ? document : document.querySelector(part);
      if (!root) return [`There is no ${part} to look at.`];
      // What is under the bar with Continue can be scrolled clear of it, which axe cannot know; keyboard tests check that
      // the focus never is under it.
      const bar = document.querySelector<HTMLElement>('.question .steps');
      bar?.style.setProperty('position', 'static');
      const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'seen in the dark' : 'seen in the light';
      const seen: WeakSet<Element> = Reflect.get(window, theme) ?? new WeakSet<Element>();
      Reflect.set(window, theme, seen);
      const hasText = (element: Element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const shown = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility());
      const newTexts = shown.filter((element) => !seen.has(element) && hasText(element));
      for (const element of newTexts) seen.add(element);
      const off = Object.fromEntries((asked === 'all' ? [] : byTheme).map((rule) => [rule, { enabled: false }]));
      const run = async (context: Parameters<Axe['run']>[0], options: object) =>
        (await axe.run(context, { ...options, resultTypes: ['violations'] })).violations;
      const lookAtTexts = async () => (newTexts.length > 0 ? run(newTexts, { runOnly: byTheme }) : []);
      const found = await (asked === 'new texts' ? lookAtTexts() : run(root, { runOnly: everything, rules: off }));
      bar?.style.removeProperty('position');
      return found.map(
        ({ id, nodes }) =>
          `${id} (${nodes.length}): ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(' '))
            .join(', ')}`,
      );
    },
    { everything, byTheme, rules, part: within ?? '' },
  );
}
