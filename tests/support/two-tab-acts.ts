import { expect } from '@playwright/test';
import {
  answersIn,
  byDigit,
  type Faulty,
  patience,
  prefix,
  press,
  type Said,
  said,
  storedTexts,
  type Tab,
  type TwoTabs,
  view,
} from './two-tabs.ts';

/**
 * What a person may do in a tab, by name. Each act tells the model what must be true afterwards, or calls `skip` if
 * there is nothing to do.
 */
export type Acts = Record<string, (tab: Tab, other: Tab, step: number) => Promise<void>>;

/** Most assessments at once. */
const most = 4;

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

/** Replacing a whole assessment: by a file, or by an earlier state. */
export function replacingActs({
  model,
  items,
  pack,
  random,
  pick,
  visit,
  stored,
  settled,
  lift,
  openStart,
  doIn,
  skip,
}: TwoTabs): Acts {
  return {
    async importFile(tab, _other, step) {
      await lift();
      const { page } = tab;
      const way = pick(['Merge into', 'Replace']);
      const late = random() < 0.5;
      const at = new Date(Date.UTC(late ? 2099 : 2020, 0, 1) + step * 1000).toISOString();
      const answers = items
        .filter(() => random() < 0.3)
        .map(({ id, rev }) => ({
          item: id,
          rev,
          state: 'level',
          level: Math.floor(random() * 5),
          note: `f${step}`,
          at,
        }));
      const file = {
        format: 'trivium-answers',
        version: 1,
        pack: { id: pack.id, version: pack.version },
        answers,
      };
      await page.goto('/assess/');
      await page.locator('input[type=file]').setInputFiles({
        name: 'answers.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await expect(page.locator('#import-panel h2')).toBeFocused();
      const id = pick([...model.names.keys()]);
      if (model.names.size > 1) await page.locator('#import-panel select').selectOption(id);
      const known = await stored(page, id);
      await page.getByRole('button', { name: new RegExp(`^${way}`) }).click();
      tab.id = id;
      if (way === 'Replace') {
        model.names.set(id, '');
        for (const { id: item } of items) model.set(id, item, '');
      }
      for (const answer of answers)
        if (way === 'Replace' || late || !known.has(answer.item)) model.set(id, answer.item, said(answer));
      await expect(page.locator('#import-panel')).toHaveCount(0);
      await settled(page);
      await visit(tab);
    },
    async restore(tab) {
      await openStart(tab);
      const { page } = tab;
      const numberOf = (key: string) => Number(key.split(':').at(-1));
      const all = (await storedTexts(page, 'trivium:snapshot:')).toSorted(([a], [b]) => numberOf(b) - numberOf(a));
      const states = all.filter(([key]) => key.includes(`:${tab.id}:`));
      // Where storage was full, the earlier states are gone: they go first.
      if (states.length === 0) return visit(tab).then(skip);
      expect(states.length).toBeLessThanOrEqual(5);
      await doIn(tab, tab.id, 'restore');
      const chosen = Math.floor(random() * states.length);
      const [text, name] = [states[chosen]?.[1] ?? '', model.names.get(tab.id) ?? ''];
      const before = await stored(page, tab.id);
      await page
        .getByRole('button', { name: /^Restore this state/ })
        .nth(chosen)
        .click();
      await expect(page.locator('#import-panel')).toHaveCount(0);
      const say = (answers: Map<string, Said>, system: string) => {
        model.names.set(tab.id, system);
        for (const { id } of items) model.set(tab.id, id, answers.get(id) ?? '');
      };
      say(answersIn(text), JSON.parse(text).system);
      await settled(page);
      if (random() < 0.5) {
        await page.getByRole('button', { name: 'Undo' }).press('Enter');
        say(before, name);
        await settled(page);
      }
      await visit(tab);
    },
  };
}

/** Renaming, copying and deleting assessments, and starting again. */
export function draftActs({
  model,
  items,
  random,
  pick,
  visit,
  drafts,
  stored,
  settled,
  openStart,
  doIn,
  made,
  times,
  skip,
}: TwoTabs): Acts {
  return {
    async rename(tab, _other, step) {
      await openStart(tab);
      const { page } = tab;
      const id = pick([...model.names.keys()]);
      await doIn(tab, id, 'rename');
      await expect(page.locator('.rename input').first()).toBeFocused();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(`System ${step}`);
      await page.keyboard.press('Enter');
      await expect(page.locator(`#kept-${id} [data-act=rename]`)).toBeFocused();
      model.names.set(id, `System ${step}`);
      tab.id = id;
      await settled(page);
      await visit(tab);
    },
    async duplicate(tab) {
      if (model.names.size >= most) return skip();
      await openStart(tab);
      const from = pick([...model.names.keys()]);
      await doIn(tab, from, 'duplicate');
      const id = await made(tab);
      model.names.set(id, `${model.names.get(from) || 'Unnamed system'} (copy)`);
      const there = await stored(tab.page, from);
      for (const { id: item } of items) model.set(id, item, there.get(item) ?? '');
      tab.id = id;
      await settled(tab.page);
      await visit(tab);
    },
    async startAgain(tab) {
      if (model.names.size >= most) return skip();
      await openStart(tab);
      const from = pick([...model.names.keys()]);
      const there = [...(await stored(tab.page, from))].filter(([, value]) => value !== '');
      if (there.length === 0) return visit(tab).then(skip);
      await doIn(tab, from, 'again');
      const id = await made(tab);
      model.names.set(id, model.names.get(from) ?? '');
      tab.id = id;
      await settled(tab.page);
      // Nothing is answered, and every former answer is there as a hint, without its note.
      const { previous } = JSON.parse((await drafts(tab.page)).get(id) ?? '');
      const hints = previous.answers.map((each: Parameters<typeof said>[0] & { item: string }) => [
        each.item,
        said(each),
      ]);
      expect(new Map(hints)).toEqual(new Map(there.map(([item, value]) => [item, `${value.split(' ')[0]} `])));
      await visit(tab);
    },
    // One that the other tab has open comes back.
    async remove(tab, other) {
      await openStart(tab);
      const { page } = tab;
      const id = pick([...model.names.keys()]);
      await doIn(tab, id, 'remove');
      const undo = page.getByRole('button', { name: 'Undo' });
      await expect(undo).toBeFocused();
      expect([...(await drafts(page)).keys()]).not.toContain(id);
      if (id === other.id) await other.page.waitForURL('**/assess/'); // it leaves what was deleted
      if (id === other.id || model.names.size < 3 || (model.names.size < most && random() < 0.5)) {
        await page.keyboard.press('Enter');
        await expect(page.locator(`#kept-${id} strong`)).toBeFocused();
        tab.id = id;
        times.undone += 1;
      } else {
        model.names.delete(id);
        const open = await page.locator('.draft-list li[aria-current]').getAttribute('id');
        tab.id = open?.replace('kept-', '') ?? '';
        times.deleted += 1;
      }
      await settled(page);
      await visit(tab);
      if (id !== other.id) return;
      await openStart(other);
      await doIn(other, id, 'resume');
      await visit(other);
    },
  };
}
