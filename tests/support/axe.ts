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
/** The rules whose result depends on styles. They cost as much as all the others together. */
const aboutStyles = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

export interface Look {
  theme: 'light' | 'dark';
  width: number;
}

/** The six looks of a page. `npm run axe` runs every rule in each. */
export const looks: readonly Look[] = ([1280, 390, 320] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ theme, width })),
);

/**
 * The looks in which `npm test` opens a state, by its number in the table: both themes, and all three widths. Wide and
 * narrow change themes from one state to the next, and neighbours in the table are of one kind. Rules run at 1280 and at
 * 320 px; no breakpoint lies between 320 and 390 px, which tests/styles checks.
 */
export function looksInTurn(number: number): (Look & { isRuled: boolean })[] {
  const [wide, narrow] = number % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  return [
    { theme: wide, width: 1280, isRuled: true },
    { theme: narrow, width: 390, isRuled: false },
    { theme: narrow, width: 320, isRuled: true },
  ];
}

/** Makes axe ready for every page that a tab loads from now on. */
export async function withAxe(page: Page): Promise<void> {
  await page.addInitScript(source);
}

/** Puts a page that is already loaded into another theme and width. */
export async function show(page: Page, { theme, width }: Look): Promise<void> {
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
 * three places. `within` keeps it to one part of the page, as a CSS selector; `markup` leaves out what styles decide.
 */
export function violations(
  page: Page,
  { rules = 'all', within }: { rules?: 'all' | 'markup'; within?: string | undefined } = {},
) {
  return page.evaluate(
    async ({ runOnly, disabled, part }) => {
      const axe = Reflect.get(window, 'axe') as Axe;
      const root = part === '' ? document : document.querySelector(part);
      if (!root) return [`There is no ${part} to look at.`];
      // What is under the bar with Continue can be scrolled clear of it, which axe cannot know; keyboard tests check that
      // the focus never is under it.
      const bar = document.querySelector<HTMLElement>('.question .steps');
      bar?.style.setProperty('position', 'static');
      const rules = Object.fromEntries(disabled.map((id) => [id, { enabled: false }]));
      const found = await axe.run(root, { runOnly, rules, resultTypes: ['violations'] });
      bar?.style.removeProperty('position');
      return found.violations.map(
        ({ id, nodes }) =>
          `${id} (${nodes.length}): ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(' '))
            .join(', ')}`,
      );
    },
    { runOnly: everything, disabled: rules === 'all' ? [] : aboutStyles, part: within ?? '' },
  );
}
