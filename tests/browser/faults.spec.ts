import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { randomFrom } from '../support/teams.ts';

// A thousand random steps of a person with two tabs, up to four assessments, a clock that jumps and a storage that fails.
// A model holds what every question of every assessment must say. Where a tab could not write, two answers to one question may stand beside each other until
// it can; then either may win, but one of them must be there, and from then on it is the only right one.

const steps = 1000;
const seed = 20_261_124;

interface Faults {
  full: boolean;
  blocked: boolean;
  clock: number;
}
type Faulty = Window & { faults: Faults };

async function addFaults(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const faults = { full: false, blocked: false, clock: 0 };
    Object.assign(window, { faults });
    const { localStorage: storage, Date: RealDate } = window;
    const { setItem } = Storage.prototype;
    Object.defineProperty(window, 'localStorage', {
      get() {
        if (faults.blocked) throw new DOMException('blocked', 'SecurityError');
        return storage;
      },
    });
    Storage.prototype.setItem = function (key, value) {
      if (faults.full && this === storage) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
    // The key of `catchUp` is no news for the app.
    addEventListener('storage', (event) => {
      if (event.key === 'test:barrier') event.stopImmediatePropagation();
    });
    window.Date = new Proxy(RealDate, {
      construct: (target, args) =>
        args.length === 0 ? new target(target.now() + faults.clock) : Reflect.construct(target, args),
    });
  });
}

/** What a question says: state, level and note in one text; empty while it says nothing. */
type Said = string;
const said = (answer: { state: string; level?: number; note?: string }): Said =>
  answer.state === 'unanswered' ? '' : `${answer.state}${answer.level ?? ''} ${answer.note ?? ''}`;
const byDigit = (digit: number, note: string): Said =>
  `${digit < 6 ? `level${digit - 1}` : digit === 6 ? 'dk' : 'na'} ${note}`;

interface Tab {
  page: Page;
  /** The assessment that it has open. */
  id: string;
  faulty: boolean;
  /** Questions acted on while this tab could not write, as the model names them. */
  pending: Set<string>;
}

const keyOf = (id: string, item: string) => `${id} ${item}`;

class Model {
  /** What the questions of each assessment may say. */
  readonly right = new Map<string, Set<Said>>();
  /** The name of each assessment. */
  readonly names = new Map<string, string>();

  /** A tab has acted on a question. */
  act(tab: Tab, other: Tab, item: string, value: Said): void {
    const key = keyOf(tab.id, item);
    const open = tab.faulty || other.pending.has(key);
    if (tab.faulty) tab.pending.add(key);
    this.right.set(key, new Set([...(open ? (this.right.get(key) ?? ['']) : []), value]));
  }

  set(id: string, item: string, value: Said): void {
    this.right.set(keyOf(id, item), new Set([value]));
  }

  allows(id: string, item: string, value: Said): boolean {
    return (this.right.get(keyOf(id, item)) ?? new Set([''])).has(value);
  }
}

const storedTexts = (page: Page, prefix: string) =>
  page.evaluate(
    (start) =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(start))
        .map((key) => [key, localStorage.getItem(key) ?? ''] as const),
    prefix,
  );
const idle = (page: Page) => page.evaluate(() => navigator.locks.request('trivium', () => undefined));
/** Presses a link or button from the keyboard. */
async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).focus();
  await page.keyboard.press('Enter');
}

function answersIn(text: string): Map<string, Said> {
  try {
    const data = JSON.parse(text);
    if (data.version !== 1) return new Map();
    return new Map(
      data.answers.map((answer: Parameters<typeof said>[0] & { item: string }) => [answer.item, said(answer)]),
    );
  } catch {
    return new Map();
  }
}

/** The question that a tab shows, and what it says there. */
const view = (page: Page): Promise<{ item: string; value: Said; note: string }> =>
  page.evaluate(() => {
    const chosen = document.querySelector<HTMLInputElement>('.question input[type=radio]:checked')?.value;
    const note = document.querySelector<HTMLTextAreaElement>('.question textarea')?.value ?? '';
    const item = location.pathname.split('/').at(-2) ?? '';
    const state = chosen === undefined ? '' : /\d/.test(chosen) ? `level${chosen}` : chosen;
    return { item, value: state && `${state} ${note}`, note };
  });

const patience = { timeout: 20_000, intervals: [5, 10, 20, 50, 100] };

const prefix = 'trivium:assessment:';

test('a thousand random faults over two tabs lose no answer', async ({ context }) => {
  test.setTimeout(900_000); // not timed; a slow machine takes longer
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  await addFaults(context);
  const errors: string[] = [];
  const model = new Model();
  const open = async (): Promise<Tab> => {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    return { page, id: '', faulty: false, pending: new Set() };
  };
  const tabs = [await open(), await open()] as const;
  const [first, second] = tabs;
  const asked = await (await first.page.request.get('/assess/quick.json')).json();
  const items: { id: string; rev: number }[] = asked.items;
  const ready = (page: Page) => expect(page.locator('.question button[type=submit]')).toBeVisible();
  const visit = async ({ page }: Tab) => {
    await page.goto(`/assess/quick/${pick(items).id}/`);
    await ready(page);
  };
  const drafts = async (page: Page) =>
    new Map((await storedTexts(page, prefix)).map(([key, text]) => [key.slice(prefix.length), text]));
  const stored = async (page: Page, id: string) => answersIn((await drafts(page)).get(id) ?? '');
  /** Questions whose stored answer is none that may be there, and assessments that are not there or too many. */
  const lost = async (page: Page) => {
    const there = await drafts(page);
    const strays = [...there.keys()].filter((id) => !model.names.has(id)).map((id) => `stray ${id}`);
    const wrong = [...model.names].flatMap(([id, name]) => {
      const text = there.get(id);
      if (text === undefined) return [`gone ${id}`];
      const answers = answersIn(text);
      const named = answers.size === 0 || JSON.parse(text).system === name ? [] : [`name ${id}`];
      const unsure = items.filter(({ id: item }) => !model.allows(id, item, answers.get(item) ?? ''));
      return [...named, ...unsure.map(({ id: item }) => keyOf(id, item))];
    });
    return [...strays, ...wrong];
  };
  let barrier = 0;
  /**
   * Waits until a tab sees what the other has written. A browser shows writes to localStorage in other processes a moment
   * later, in the order in which they were made.
   */
  const catchUp = async (tab: Tab, other: Tab) => {
    barrier += 1;
    await other.page.evaluate((value) => localStorage.setItem('test:barrier', value), String(barrier));
    const seen = () => tab.page.evaluate(() => localStorage.getItem('test:barrier'));
    await expect.poll(seen, patience).toBe(String(barrier));
  };
  const settled = async (page: Page) => {
    await idle(page);
    await expect.poll(() => lost(page), patience).toEqual([]);
  };
  /** Ends all faults; what waited is written, and from then on one answer is right. */
  const lift = async () => {
    const bad = tabs.filter(({ faulty }) => faulty);
    for (const { page } of bad) {
      await page.evaluate(() => {
        Object.assign((window as unknown as Faulty).faults, { full: false, blocked: false });
      });
    }
    for (const tab of bad) {
      await expect(tab.page.locator('[data-notice=storage]')).toHaveCount(0);
      Object.assign(tab, { faulty: false, pending: new Set() });
    }
    await idle(first.page);
    await settled(first.page);
    for (const id of model.names.keys()) {
      const there = await stored(first.page, id);
      for (const { id: item } of items) model.set(id, item, there.get(item) ?? '');
    }
  };
  /** The start page, with all faults lifted. */
  const shelf = async ({ page }: Tab) => {
    await lift();
    await page.goto('/assess/');
    await expect(page.locator('.kept li')).toHaveCount(model.names.size);
  };
  /** Does something with an assessment in the list, by keyboard. */
  const doIn = async ({ page }: Tab, id: string, act: string) => {
    const row = `#kept-${id}`;
    const button = `${row} [data-act=${act}]`;
    if (!(await page.locator(button).isVisible())) await press(page, `${row} summary`);
    await press(page, button);
  };
  /** The assessment that a start page has just made. */
  const made = async ({ page }: Tab) => {
    await expect.poll(async () => (await drafts(page)).size, patience).toBe(model.names.size + 1);
    return [...(await drafts(page)).keys()].find((id) => !model.names.has(id)) ?? '';
  };
  const most = 4;

  await visit(first);
  await first.page.keyboard.press('1');
  await expect.poll(async () => (await drafts(first.page)).size, patience).toBe(1);
  const [only = ''] = (await drafts(first.page)).keys();
  model.names.set(only, '');
  model.set(only, (await view(first.page)).item, 'level0 ');
  await settled(first.page);
  await visit(second);
  for (const tab of tabs) tab.id = only;

  /** How often each act on whole assessments was done to its end. */
  const times = { restored: 0, renamed: 0, copied: 0, again: 0, undone: 0, deleted: 0 };
  const done: string[] = [];
  const acts: Record<string, (tab: Tab, other: Tab, step: number) => Promise<void>> = {
    async answer(tab, other) {
      const { item, note } = await view(tab.page);
      const digit = 1 + Math.floor(random() * 7);
      await tab.page.locator('h1').focus();
      await tab.page.keyboard.press(String(digit));
      model.act(tab, other, item, byDigit(digit, note));
      await expect
        .poll(
          async () => ((await view(tab.page)).value === byDigit(digit, note) ? '' : done.slice(-20).join(', ')),
          patience,
        )
        .toBe('');
    },
    async note(tab, other, step) {
      const { item, value } = await view(tab.page);
      if (value === '') return;
      const field = tab.page.locator('.question textarea');
      await field.evaluate((area) => area.closest('details')?.setAttribute('open', ''));
      await field.fill(`n${step}`);
      model.act(tab, other, item, `${value.split(' ')[0]} n${step}`);
    },
    async clear(tab, other) {
      const { item, value } = await view(tab.page);
      if (value === '') return;
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
    async takeTheirs({ page }) {
      const take = page.getByRole('button', { name: 'Take that one' });
      if (await take.isVisible()) await take.click();
    },
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
      // One that a tab has open: whoever has it open brings it back.
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
        pack: { id: asked.outline.id, version: asked.outline.version },
        answers,
      };
      await page.goto('/assess/');
      await page.locator('input[type=file]').setInputFiles({
        name: 'answers.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await expect(page.locator('#keeping h2')).toBeFocused();
      const id = pick([...model.names.keys()]);
      if (model.names.size > 1) await page.locator('#keeping select').selectOption(id);
      const known = await stored(page, id);
      await page.getByRole('button', { name: new RegExp(`^${way}`) }).click();
      tab.id = id;
      if (way === 'Replace') {
        model.names.set(id, '');
        for (const { id: item } of items) model.set(id, item, '');
      }
      for (const answer of answers)
        if (way === 'Replace' || late || !known.has(answer.item)) model.set(id, answer.item, said(answer));
      await expect(page.locator('#keeping')).toHaveCount(0);
      await settled(page);
      await visit(tab);
    },
    async restore(tab) {
      await shelf(tab);
      const { page } = tab;
      const numberOf = (key: string) => Number(key.split(':').at(-1));
      const all = (await storedTexts(page, 'trivium:snapshot:')).toSorted(([a], [b]) => numberOf(b) - numberOf(a));
      const states = all.filter(([key]) => key.includes(`:${tab.id}:`));
      // A full storage has cost the earlier states: they are the first to go.
      if (states.length === 0) return visit(tab);
      expect(states.length).toBeLessThanOrEqual(5);
      await doIn(tab, tab.id, 'restore');
      const chosen = Math.floor(random() * states.length);
      const [text, name] = [states[chosen]?.[1] ?? '', model.names.get(tab.id) ?? ''];
      const before = await stored(page, tab.id);
      await page
        .getByRole('button', { name: /^Restore this state/ })
        .nth(chosen)
        .click();
      await expect(page.locator('#keeping')).toHaveCount(0);
      times.restored += 1;
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
    async rename(tab, _other, step) {
      await shelf(tab);
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
      times.renamed += 1;
      await settled(page);
      await visit(tab);
    },
    async duplicate(tab) {
      if (model.names.size >= most) return;
      await shelf(tab);
      const from = pick([...model.names.keys()]);
      await doIn(tab, from, 'duplicate');
      const id = await made(tab);
      model.names.set(id, `${model.names.get(from) || 'Unnamed system'} (copy)`);
      const there = await stored(tab.page, from);
      for (const { id: item } of items) model.set(id, item, there.get(item) ?? '');
      tab.id = id;
      times.copied += 1;
      await settled(tab.page);
      await visit(tab);
    },
    async startAgain(tab) {
      if (model.names.size >= most) return;
      await shelf(tab);
      const from = pick([...model.names.keys()]);
      const there = [...(await stored(tab.page, from))].filter(([, value]) => value !== '');
      if (there.length === 0) return visit(tab);
      await doIn(tab, from, 'again');
      const id = await made(tab);
      model.names.set(id, model.names.get(from) ?? '');
      tab.id = id;
      times.again += 1;
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
    async remove(tab, other) {
      await shelf(tab);
      const { page } = tab;
      const id = pick([...model.names.keys()]);
      await doIn(tab, id, 'remove');
      const undo = page.getByRole('button', { name: 'Undo' });
      await expect(undo).toBeFocused();
      expect([...(await drafts(page)).keys()]).not.toContain(id);
      if (id === other.id || model.names.size < 3 || random() < 0.5) {
        await page.keyboard.press('Enter');
        await expect(page.locator(`#kept-${id} strong`)).toBeFocused();
        tab.id = id;
        times.undone += 1;
      } else {
        model.names.delete(id);
        const open = await page.locator('.kept li[aria-current]').getAttribute('id');
        tab.id = open?.replace('kept-', '') ?? '';
        times.deleted += 1;
      }
      await settled(page);
      await visit(tab);
    },
  };
  const shares = {
    answer: 46,
    move: 24,
    note: 8,
    clear: 6,
    takeTheirs: 2,
    clock: 3,
    full: 2,
    blocked: 2,
    lift: 3,
    reload: 1.5,
    corrupt: 1,
    importFile: 0.8,
    restore: 0.7,
    rename: 0.6,
    duplicate: 0.5,
    startAgain: 0.5,
    remove: 1,
  };
  const names = Object.entries(shares).flatMap(([name, share]) => Array.from({ length: share * 10 }, () => name));

  for (let step = 0; step < steps; step += 1) {
    const place = Math.floor(random() * 2);
    const [tab, other] = [tabs[place] ?? first, tabs[1 - place] ?? second];
    const name = pick(names);
    done.push(`${step} ${place} ${name}`);
    if (!tab.faulty) {
      // What the other tab did shows here, without anybody touching this tab.
      await expect
        .poll(async () => {
          const { item, value } = await view(tab.page);
          return model.allows(tab.id, item, value)
            ? 'right'
            : `${item}: ${value}; last steps ${done.slice(-12).join(', ')}`;
        }, patience)
        .toBe('right');
    }
    await acts[name]?.(tab, other, step);
    await idle(tab.page);
    if (!tab.faulty && !other.faulty) {
      await catchUp(tab, other);
      expect({ step, name, lost: await lost(tab.page), last: done.slice(-12) }).toMatchObject({ lost: [] });
    }
  }
  await lift();
  expect(Object.entries(times).filter(([, count]) => count === 0)).toEqual([]);
  for (const { page } of tabs) {
    await page.reload();
    await ready(page);
    expect(await lost(page)).toEqual([]);
  }
  expect(errors).toEqual([]);
});
