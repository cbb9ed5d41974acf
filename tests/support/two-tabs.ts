import { type BrowserContext, expect, type Page } from '@playwright/test';
import { randomFrom } from '../../src/core/reliability/bootstrap.ts';
import { onPageError } from './page-errors.ts';
import { answersIn, keyOf, Model, type Tab } from './two-tab-model.ts';
import { addFaults, type Faulty, idle, patience, prefix, press, storedTexts, view } from './two-tab-pages.ts';

interface QuickCheck {
  items: { id: string; rev: number }[];
  outline: { id: string; version: string };
}

/** A person with two tabs: the tabs, what they must show, and the random numbers that decide what happens. */
export class TwoTabs {
  readonly model = new Model();
  /** Errors that a page has not caught. */
  readonly errors: string[] = [];
  /** How often a deletion was undone, and how often it stayed. */
  readonly times = { undone: 0, deleted: 0 };
  /** Whether the last act found nothing to do. */
  isSkipped = false;
  /** Every step so far, for messages. */
  readonly done: string[] = [];
  readonly random: () => number;
  #barrier = 0;
  readonly tabs: readonly [Tab, Tab];
  /** The questions, and the pack that they are from. */
  readonly items: readonly { id: string; rev: number }[];
  readonly pack: { id: string; version: string };

  private constructor(random: () => number, tabs: readonly [Tab, Tab], data: QuickCheck) {
    this.random = random;
    this.tabs = tabs;
    this.items = data.items;
    this.pack = { id: data.outline.id, version: data.outline.version };
    for (const { page } of tabs) onPageError(page, (error) => this.errors.push(String(error)));
  }

  /** Opens two empty tabs whose storage and clock can fail. */
  static async open(context: BrowserContext, seed: number): Promise<TwoTabs> {
    await addFaults(context);
    const open = async (): Promise<Tab> => ({
      page: await context.newPage(),
      id: '',
      faulty: false,
      pending: new Set(),
    });
    const tabs = [await open(), await open()] as const;
    const data = await (await tabs[0].page.request.get('/assess/quick.json')).json();
    return new TwoTabs(randomFrom(seed), tabs, data);
  }

  /** Says that an act finds nothing to do. */
  readonly skip = (): void => {
    this.isSkipped = true;
  };
  readonly pick = <T>(list: readonly T[]): T => list[Math.floor(this.random() * list.length)] as T;
  readonly ready = (page: Page): Promise<void> => expect(page.locator('.question button[type=submit]')).toBeVisible();
  /** Goes to a random question. */
  readonly visit = async ({ page }: Tab) => {
    await page.goto(`/assess/quick/${this.pick(this.items).id}/`);
    await this.ready(page);
  };
  /** The text of each stored assessment, by id. */
  readonly drafts = async (page: Page) =>
    new Map((await storedTexts(page, prefix)).map(([key, text]) => [key.slice(prefix.length), text]));
  /** What the stored questions of an assessment say. */
  readonly stored = async (page: Page, id: string) => answersIn((await this.drafts(page)).get(id) ?? '');
  /** Questions with a wrong stored answer, and assessments that are missing or that nobody made. */
  readonly lost = async (page: Page) => {
    const there = await this.drafts(page);
    const strays = [...there.keys()].filter((id) => !this.model.names.has(id)).map((id) => `stray ${id}`);
    const wrong = [...this.model.names].flatMap(([id, name]) => {
      const text = there.get(id);
      if (text === undefined) return [`gone ${id}`];
      const answers = answersIn(text);
      const named = answers.size === 0 || JSON.parse(text).system === name ? [] : [`name ${id}`];
      const unsure = this.items.filter(({ id: item }) => !this.model.allows(id, item, answers.get(item) ?? ''));
      return [...named, ...unsure.map(({ id: item }) => keyOf(id, item))];
    });
    return [...strays, ...wrong];
  };
  /**
   * Waits until a tab sees what the other has written. A browser shows writes to localStorage in other processes a moment
   * later, in the order in which they were made.
   */
  readonly catchUp = async (tab: Tab, other: Tab) => {
    this.#barrier += 1;
    await other.page.evaluate((value) => localStorage.setItem('test:barrier', value), String(this.#barrier));
    const seen = () => tab.page.evaluate(() => localStorage.getItem('test:barrier'));
    await expect.poll(seen, patience).toBe(String(this.#barrier));
  };
  /** Waits until storage holds what it must. */
  readonly settled = async (page: Page) => {
    await idle(page);
    await expect.poll(() => this.lost(page), patience).toEqual([]);
  };
  /** Ends all faults. Pending changes are written; from then on only one answer is right. */
  readonly lift = async () => {
    const bad = this.tabs.filter(({ faulty }) => faulty);
    for (const { page } of bad) {
      await page.evaluate(() => {
        Object.assign((window as unknown as Faulty).faults, { full: false, blocked: false });
      });
    }
    for (const tab of bad) {
      await expect(tab.page.locator('[data-notice=storage]')).toHaveCount(0);
      Object.assign(tab, { faulty: false, pending: new Set() });
    }
    await idle(this.tabs[0].page);
    await this.settled(this.tabs[0].page);
    for (const id of this.model.names.keys()) {
      const there = await this.stored(this.tabs[0].page, id);
      for (const { id: item } of this.items) this.model.set(id, item, there.get(item) ?? '');
    }
  };
  /** The start page, with all faults lifted. */
  readonly openStart = async ({ page }: Tab) => {
    await this.lift();
    await page.goto('/assess/');
    await expect(page.locator('.draft-list li')).toHaveCount(this.model.names.size);
  };
  /** Does something with an assessment in the list, by keyboard. */
  readonly doIn = async ({ page }: Tab, id: string, act: string) => {
    const row = `#kept-${id}`;
    const button = `${row} [data-act=${act}]`;
    if (!(await page.locator(button).isVisible())) await press(page, `${row} summary`);
    await press(page, button);
  };
  /** The assessment that a start page has just made. */
  readonly made = async ({ page }: Tab) => {
    await expect.poll(async () => (await this.drafts(page)).size, patience).toBe(this.model.names.size + 1);
    return [...(await this.drafts(page)).keys()].find((id) => !this.model.names.has(id)) ?? '';
  };

  /** Gives the first answer in one tab, and opens its assessment in both. */
  readonly begin = async () => {
    const [first, second] = this.tabs;
    await this.visit(first);
    await first.page.keyboard.press('1');
    await expect.poll(async () => (await this.drafts(first.page)).size, patience).toBe(1);
    const [only = ''] = (await this.drafts(first.page)).keys();
    this.model.names.set(only, '');
    this.model.set(only, (await view(first.page)).item, 'level0 ');
    await this.settled(first.page);
    await this.visit(second);
    for (const tab of this.tabs) tab.id = only;
  };
}
