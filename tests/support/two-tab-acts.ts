import { expect } from '@playwright/test';
import { byDigit, type Said, type Tab } from './two-tab-model.ts';
import { type Faulty, patience, prefix, press, storedTexts, view } from './two-tab-pages.ts';
import type { TwoTabs } from './two-tabs.ts';

/**
 * What a person may do in a tab, by name. Each act tells the model what must be true afterwards, or calls `skip` if
 * there is nothing to do.
 */
export type Acts = Record<string, (tab: Tab, other: Tab, step: number) => Promise<void>>;

/** Answering questions. */
export function answeringActs({ done, model, items, random, ready, lift, openStart, doIn, skip }: TwoTabs): Acts {
  const shows = ({ page }: Tab, value: Said) =>
    expect.poll(async () => ((await view(page)).value === value ? '' : done.slice(-20).join(', ')), patience).toBe('');
  const answer = async (tab: Tab, other: Tab, digit: number) => {
    const { item, note } = await view(tab.page);
    await tab.page.locator('h1').focus();
    await tab.page.keyboard.press(String(digit));
    model.act(tab, other, item, byDigit(digit, note));
    await shows(tab, byDigit(digit, note));
  };
  /** Opens the assessment of the other tab. */
  const follow = async (tab: Tab, other: Tab) => {
    await openStart(tab);
    await doIn(tab, other.id, 'resume');
    await ready(tab.page);
    tab.id = other.id;
  };
  /** Lets both tabs answer one question, each differently. */
  const disagree = async (tab: Tab, other: Tab) => {
    await lift();
    const { item, note } = await view(other.page);
    await tab.page.goto(`/assess/quick/${item}/`);
    await ready(tab.page);
    const digit = 1 + Math.floor(random() * 6);
    await answer(tab, other, digit);
    await shows(other, byDigit(digit, note));
    await answer(other, tab, digit + 1);
  };
  return {
    answer: (tab, other) => answer(tab, other, 1 + Math.floor(random() * 7)),
    async note(tab, other, step) {
      const { item, value } = await view(tab.page);
      if (value === '') return skip();
      const field = tab.page.locator('.question textarea');
      await field.evaluate((area) => area.closest('details')?.setAttribute('open', ''));
      await field.fill(`n${step}`);
      model.act(tab, other, item, `${value.split(' ')[0]} n${step}`);
    },
    async clear(tab, other) {
      const { item, value } = await view(tab.page);
      if (value === '') return skip();
      await press(tab.page, '.question button:text("Clear this answer")');
      model.act(tab, other, item, '');
      await expect.poll(async () => (await view(tab.page)).value, patience).toBe('');
    },
    async move({ page }) {
      const place = items.findIndex(({ id }) => page.url().includes(`/${id}/`));
      const on = place === 0 || (place < items.length - 1 && random() < 0.6);
      await press(page, on ? '.question button[type=submit]' : '.question .back');
      await expect(page).toHaveURL(new RegExp(`/${items[place + (on ? 1 : -1)]?.id}/`));
    },
    async takeTheirs(tab, other) {
      if (tab.id !== other.id) await follow(tab, other);
      const take = tab.page.getByRole('button', { name: 'Take that one' });
      if (!(await take.isVisible())) await disagree(tab, other);
      await take.click();
      await expect(take).toHaveCount(0);
    },
  };
}

/** What goes wrong: the clock, the storage, a reload, a text that something else has damaged. */
export function failingActs({ pick, ready, drafts, settled, lift }: TwoTabs): Acts {
  return {
    async clock({ page }) {
      const hours = pick([-24, -1, 0, 1, 24]);
      await page.evaluate((clock) => Object.assign((window as unknown as Faulty).faults, { clock }), hours * 3_600_000);
    },
    async full(tab) {
      tab.faulty = true;
      await tab.page.evaluate(() => Object.assign((window as unknown as Faulty).faults, { full: true }));
    },
    async blocked(tab) {
      tab.faulty = true;
      await tab.page.evaluate(() => Object.assign((window as unknown as Faulty).faults, { blocked: true }));
    },
    lift,
    async reload(tab) {
      await lift();
      await tab.page.reload();
      await ready(tab.page);
    },
    async corrupt(tab, other, step) {
      await lift();
      // One that a tab has open: that tab brings it back.
      const id = pick([tab.id, other.id]);
      const [key, text] = [prefix + id, (await drafts(tab.page)).get(id) ?? ''];
      const broken = pick([
        `${text.slice(0, -9)} ${step}`,
        `[${step}]`,
        JSON.stringify({ ...JSON.parse(text), version: 9, step }),
        JSON.stringify({ ...JSON.parse(text), pack: { id: `other-${step}`, version: '1.0.0' } }),
      ]);
      await tab.page.evaluate(([name, value]) => localStorage.setItem(name ?? '', value ?? ''), [key, broken]);
      await settled(tab.page);
      const aside = () => storedTexts(tab.page, 'trivium:set-aside:');
      // A text of another pack holds the right answers itself, so it is settled before it is quarantined.
      await expect.poll(async () => (await aside()).map(([, kept]) => kept), patience).toContain(broken);
      await tab.page.evaluate(
        (names) => {
          for (const name of names) localStorage.removeItem(name);
        },
        (await aside()).map(([name]) => name),
      );
    },
  };
}
