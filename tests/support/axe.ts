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
/** The rules whose result a colour theme can change, and those that a width alone can change. */
const byTheme = ['color-contrast', 'link-in-text-block'];
const byWidth = ['target-size', 'scrollable-region-focusable'];

export type Themes = 'light' | 'dark';
export interface Look {
  theme: Themes;
  width: number;
  /** Which rules `npm test` asks for there; where none, their results follow from the other looks. */
  rules: 'all' | 'look' | 'theme' | 'none';
}

/**
 * The six looks of a page. All rules run on the widest and on the narrowest, where other parts may be shown. Between
 * them run the rules whose result can differ: contrast follows from the theme and from what lies on what, and no
 * breakpoint is between 320 and 390 px (tests/styles checks that), so each theme and each width is seen once more.
 * `npm run axe` runs every rule in every look.
 */
export const looks: readonly Look[] = [
  { theme: 'light', width: 1280, rules: 'all' },
  { theme: 'dark', width: 1280, rules: 'theme' },
  { theme: 'dark', width: 390, rules: 'none' },
  { theme: 'light', width: 390, rules: 'look' },
  { theme: 'light', width: 320, rules: 'none' },
  { theme: 'dark', width: 320, rules: 'all' },
];
const rulesOf = { all: everything, look: [...byTheme, ...byWidth], theme: byTheme };

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
    context: Element | Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
}

/**
 * What axe finds in a page that `withAxe` has prepared, one sentence for each rule: its name, how often, and the first
 * three places. `within` keeps it to one part of the page, as a CSS selector.
 */
export function violations(
  page: Page,
  { rules = 'all', within }: { rules?: Exclude<Look['rules'], 'none'>; within?: string | undefined } = {},
) {
  return page.evaluate(
    async ({ runOnly, part }) => {
      const axe = Reflect.get(window, 'axe') as Axe;
      const root = part === '' ? document : document.querySelector(part);
      if (!root) return [`There is no ${part} to look at.`];
      // What is under the bar with Continue can be scrolled clear of it, which axe cannot know; keyboard tests check that
      // the focus never is under it.
      const bar = document.querySelector<HTMLElement>('.question .steps');
      bar?.style.setProperty('position', 'static');
      const found = await axe.run(root, { runOnly, resultTypes: ['violations'] });
      bar?.style.removeProperty('position');
      return found.violations.map(
        ({ id, nodes }) =>
          `${id} (${nodes.length}): ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(' '))
            .join(', ')}`,
      );
    },
    { runOnly: rulesOf[rules], part: within ?? '' },
  );
}
