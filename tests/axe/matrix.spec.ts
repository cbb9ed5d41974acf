import { expect, test } from '@playwright/test';
import { states } from '../browser/states.ts';
import { looks, show, violations, withAxe } from '../support/axe.ts';
import { everyPage } from '../support/every-page.ts';
import { openState, type State } from '../support/page-states.ts';

const others = everyPage().filter((path) => !states.some((state) => state.path === path && !state.reach));
const all: readonly State[] = [...states, ...others.map((path) => ({ name: `page ${path}`, path }))];

for (const state of all) {
  test(state.name, async ({ page }) => {
    await withAxe(page);
    await openState(page, state);
    const found: string[] = [];
    for (const { theme, width } of looks) {
      const look = `${theme} ${width}`;
      await test.step(look, async () => {
        await show(page, { theme, width });
        const problems = await violations(page); // the whole page, also where a dialog is open
        test.info().annotations.push({ type: look, description: String(problems.length) });
        found.push(...problems.map((problem) => `${look}: ${problem}`));
      });
    }
    expect(found).toEqual([]);
  });
}
