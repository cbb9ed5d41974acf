import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { randomFrom } from '../support/teams.ts';

// A thousand random steps of a person with two tabs, a clock that jumps and a storage that fails. A model holds what
// every question must say. Where a tab could not write, two answers to one question may stand beside each other until
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
  faulty: boolean;
  /** Questions acted on while this tab could not write. */
  pending: Set<string>;
}

class Model {
  readonly right = new Map<string, Set<Said>>();

  /** A tab has acted on a question. */
  act(tab: Tab, other: Tab, item: string, value: Said): void {
    const open = tab.faulty || other.pending.has(item);
    if (tab.faulty) tab.pending.add(item);
    this.right.set(item, new Set([...(open ? (this.right.get(item) ?? ['']) : []), value]));
  }

  set(item: string, value: Said): void {
    this.right.set(item, new Set([value]));
  }

  allows(item: string, value: Said): boolean {
    return (this.right.get(item) ?? new Set([''])).has(value);
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
    return { page, faulty: false, pending: new Set() };
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
  const stored = async (page: Page) => answersIn((await storedTexts(page, 'trivium:assessment:'))[0]?.[1] ?? '');
  /** Questions whose stored answer is none that may be there. */
  const lost = async (page: Page) => {
    const there = await stored(page);
    return items.map(({ id }) => id).filter((id) => !model.allows(id, there.get(id) ?? ''));
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
    const there = await stored(first.page);
    for (const { id } of items) model.set(id, there.get(id) ?? '');
  };

  await visit(first);
  await first.page.keyboard.press('1');
  model.set((await view(first.page)).item, 'level0 ');
  await settled(first.page);
  await visit(second);

  let restored = 0;
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
    async corrupt(tab, _other, step) {
      await lift();
      const [[key, text] = ['', '']] = await storedTexts(tab.page, 'trivium:assessment:');
      const broken = pick([
        `${text.slice(0, -9)} ${step}`,
        `[${step}]`,
        JSON.stringify({ ...JSON.parse(text), version: 9, step }),
        JSON.stringify({ ...JSON.parse(text), pack: { id: `other-${step}`, version: '1.0.0' } }),
      ]);
      await tab.page.evaluate(([name, value]) => localStorage.setItem(name ?? '', value ?? ''), [key, broken]);
      await settled(tab.page);
      const aside = await storedTexts(tab.page, 'trivium:set-aside:');
      expect(aside.map(([, kept]) => kept)).toContain(broken);
      await tab.page.evaluate(
        (names) => {
          for (const name of names) localStorage.removeItem(name);
        },
        aside.map(([name]) => name),
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
        pack: { id: asked.index.id, version: asked.index.version },
        answers,
      };
      await page.goto('/assess/');
      await page.locator('input[type=file]').setInputFiles({
        name: 'answers.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(file)),
      });
      const known = await stored(page);
      await page.getByRole('button', { name: new RegExp(`^${way}`) }).click();
      if (way === 'Replace') for (const { id } of items) model.set(id, '');
      for (const answer of answers)
        if (way === 'Replace' || late || !known.has(answer.item)) model.set(answer.item, said(answer));
      await expect(page.locator('#keeping')).toHaveCount(0);
      await settled(page);
      await visit(tab);
    },
    async restore(tab) {
      await lift();
      const { page } = tab;
      // A full storage has cost the earlier states: they are the first to go.
      if ((await storedTexts(page, 'trivium:snapshot:')).length === 0) return;
      restored += 1;
      await page.goto('/assess/');
      await page.getByRole('button', { name: /^Restore an earlier state/ }).click();
      const numberOf = (key: string) => Number(key.split(':').at(-1));
      const states = (await storedTexts(page, 'trivium:snapshot:')).toSorted(([a], [b]) => numberOf(b) - numberOf(a));
      expect(states.length).toBeLessThanOrEqual(5);
      const chosen = Math.floor(random() * states.length);
      const before = await stored(page);
      await page
        .getByRole('button', { name: /^Restore this state/ })
        .nth(chosen)
        .click();
      await expect(page.locator('#keeping')).toHaveCount(0);
      const after = answersIn(states[chosen]?.[1] ?? '');
      for (const { id } of items) model.set(id, after.get(id) ?? '');
      await settled(page);
      if (random() < 0.5) {
        await page.getByRole('button', { name: 'Undo' }).click();
        for (const { id } of items) model.set(id, before.get(id) ?? '');
        await settled(page);
      }
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
          return model.allows(item, value) ? 'right' : `${item}: ${value}; last steps ${done.slice(-12).join(', ')}`;
        }, patience)
        .toBe('right');
    }
    await acts[name]?.(tab, other, step);
    await idle(tab.page);
    if (!tab.faulty && !other.faulty)
      expect({ step, name, lost: await lost(tab.page), last: done.slice(-12) }).toMatchObject({ lost: [] });
  }
  await lift();
  expect(restored).toBeGreaterThan(0);
  for (const { page } of tabs) {
    await page.reload();
    await ready(page);
    expect(await lost(page)).toEqual([]);
  }
  expect(await storedTexts(first.page, 'trivium:assessment:')).toHaveLength(1);
  expect(errors).toEqual([]);
});
