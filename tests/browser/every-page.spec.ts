import { expect, test } from '@playwright/test';
import { looks, show, violations, withAxe } from '../support/axe.ts';
import { everyPage } from '../support/every-page.ts';
import { sideways } from '../support/fits.ts';
import { states } from './states.ts';

// Every page that is built, once, in a look that changes from page to page, and at 320 px. The states cover all looks.

const all = everyPage();
const others = all.filter((path) => !states.some((state) => state.path === path));
const portion = 20;

test('the table of states names pages that are built', () => {
  const built = new Set([...all, '/404.html', '/500.html']);
  expect(states.map(({ path }) => path.replace(/[?#].*/, '')).filter((path) => !built.has(path))).toEqual([]);
});

for (let from = 0; from < others.length; from += portion) {
  const paths = others.slice(from, from + portion);
  test(`every page, ${paths[0]} to ${paths.at(-1)}: accessible`, async ({ page }) => {
    const found: string[] = [];
    await withAxe(page);
    for (const [at, path] of paths.entries()) {
      const look = looks[(from + at) % looks.length];
      if (!look) continue;
      await show(page, look);
      await page.goto(path);
      const problems = await violations(page);
      await show(page, { theme: look.theme, width: 320 });
      problems.push(...(await sideways(page)));
      found.push(...problems.map((problem) => `${path}, ${look.theme}, ${look.width} px: ${problem}`));
      if ((await page.locator('h1').count()) !== 1) found.push(`${path} has not one heading of the first level`);
    }
    expect(found).toEqual([]);
  });
}

test('every page has its own title and description', async ({ request }) => {
  const seen = new Map<string, string>();
  const found: string[] = [];
  const once = (what: string, text: string, path: string) => {
    if (seen.has(text)) found.push(`${path} has the ${what} of ${seen.get(text)}: ${text}`);
    else seen.set(text, path);
  };
  for (const path of all) {
    const html = await (await request.get(path)).text();
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    const description = /<meta name="description" content="([^"]+)"/.exec(html)?.[1] ?? '';
    if (!/<html lang="[a-z]/.test(html)) found.push(`${path} has no language`);
    if (description && title) {
      once('title', title, path);
      once('description', description, path);
    } else found.push(`${path} has no title or no description`);
  }
  expect(found).toEqual([]);
});
