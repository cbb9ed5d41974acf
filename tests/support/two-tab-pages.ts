import type { BrowserContext, Page } from '@playwright/test';
import type { Said } from './two-tab-model.ts';

/** Failures of the browser that a test turns on in one tab. */
export interface Faults {
  full: boolean;
  blocked: boolean;
  clock: number;
}
/** A window in which they can be turned on. */
export type Faulty = Window & { faults: Faults };

/** Lets pages fail to store, and their clock be wrong. */
export async function addFaults(context: BrowserContext): Promise<void> {
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
    // The app need not know about the key of `catchUp`.
    addEventListener('storage', (event) => {
      if (event.key === 'test:barrier') event.stopImmediatePropagation();
    });
    window.Date = new Proxy(RealDate, {
      construct: (target, args) =>
        args.length === 0 ? new target(target.now() + faults.clock) : Reflect.construct(target, args),
    });
  });
}

/** The texts that are stored under a prefix, with their keys. */
export const storedTexts = (page: Page, prefix: string) =>
  page.evaluate(
    (start) =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(start))
        .map((key) => [key, localStorage.getItem(key) ?? ''] as const),
    prefix,
  );
/** Waits until nothing is written any more. */
export const idle = (page: Page) => page.evaluate(() => navigator.locks.request('trivium', () => undefined));
/** Presses a link or button from the keyboard. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).focus();
  await page.keyboard.press('Enter');
}

/** The question that a tab shows, and what it says there. */
export const view = (page: Page): Promise<{ item: string; value: Said; note: string }> =>
  page.evaluate(() => {
    const chosen = document.querySelector<HTMLInputElement>('.question input[type=radio]:checked')?.value;
    const note = document.querySelector<HTMLTextAreaElement>('.question textarea')?.value ?? '';
    const item = location.pathname.split('/').at(-2) ?? '';
    const state = chosen === undefined ? '' : /\d/.test(chosen) ? `level${chosen}` : chosen;
    return { item, value: state && `${state} ${note}`, note };
  });

/** How long to wait for what another tab did, and how often to look. */
export const patience = { timeout: 20_000, intervals: [5, 10, 20, 50, 100] };
/** The keys of assessments begin with this. */
export const prefix = 'trivium:assessment:';
