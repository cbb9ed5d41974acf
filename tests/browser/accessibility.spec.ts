import { expect, test } from '@playwright/test';
import { looks, show, violations, withAxe } from '../support/axe.ts';
import { clipped, notDoubled, restyle, shrunkByZoom, sideways, small, spacedOut } from '../support/fits.ts';
import { ownColours } from '../support/forced.ts';
import { walk } from '../support/keyboard.ts';
import { openState } from '../support/page-states.ts';
import { states } from './states.ts';

// Each state is loaded once and then looked at in every way, which costs far less than loading it for each.

for (const state of states) {
  test(`${state.name}: accessible in both themes, at three widths, spaced out, zoomed, by keyboard, in forced colours`, async ({
    page,
  }) => {
    const found: string[] = [];
    const note = (where: string, problems: readonly string[]) =>
      found.push(...problems.map((each) => `${where}: ${each}`));
    await withAxe(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openState(page, state);

    for (const look of looks) {
      await show(page, look);
      const where = `${look.theme}, ${look.width} px`;
      if (look.rules !== 'none') note(where, await violations(page, { rules: look.rules, within: state.within }));
      if (look.width < 500) note(where, await sideways(page));
      note(where, await small(page));
    }
    note('in motion', await page.evaluate(() => document.getAnimations().map((each) => String(each))));
    note('by keyboard', await walk(page, state.within === undefined ? 48 : 24));

    await restyle(page, spacedOut);
    note('spaced out, 320 px', [...(await sideways(page)), ...(await clipped(page))]);
    await show(page, { theme: 'light', width: 1280 });
    note('spaced out', await clipped(page));
    await restyle(page, '');
    note('text of 200 %', await notDoubled(page));
    note('zoom', await shrunkByZoom(page));
    await page.emulateMedia({ forcedColors: 'active' });
    note('forced colours', await ownColours(page));

    await expect(page.locator('h1')).toHaveCount(1);
    expect(await page.title()).toMatch(/\w/);
    expect(found).toEqual([]);
  });
}
