import { expect } from '@playwright/test';
import type { Acts } from './two-tab-acts.ts';
import { answersIn, type Said, said } from './two-tab-model.ts';
import { storedTexts } from './two-tab-pages.ts';
import type { TwoTabs } from './two-tabs.ts';

/** Most assessments at once. */
const most = 4;

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
