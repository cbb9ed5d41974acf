import { expect } from 'vitest';
import type { Browser } from './browser.ts';

/** Keys that write nothing, as W3C WebDriver codes them. */
const keyCodes: Readonly<Record<string, string>> = { Enter: '\uE007', Escape: '\uE00C', ArrowDown: '\uE015' };

/**
 * The middle of the first shown element that has the words, or why it cannot be clicked. The element is marked until it
 * is clicked. Runs in the page.
 */
async function aim(selector: string, words: string): Promise<{ x: number; y: number } | { problem: string }> {
  const named = (element: Element) => `${element.textContent} ${element.getAttribute('aria-label')}`.includes(words);
  const element = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility() && named(each));
  if (!element) return { problem: `${location.pathname} shows no ${selector} "${words}"` };
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const middle = () => {
    const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  };
  const nextFrame = () => new Promise(requestAnimationFrame);
  const before = middle();
  await nextFrame();
  await nextFrame();
  const point = middle();
  if (point.x !== before.x || point.y !== before.y) return { problem: `${selector} "${words}" is moving` };
  const above = document.elementFromPoint(point.x, point.y);
  if (!element.contains(above)) return { problem: `${above?.tagName} lies over ${selector} "${words}"` };
  for (const marked of document.querySelectorAll('[data-aimed-at]')) marked.removeAttribute('data-aimed-at');
  element.setAttribute('data-aimed-at', '');
  element.addEventListener('click', () => element.removeAttribute('data-aimed-at'), { capture: true, once: true });
  return point;
}

/** A click of the mouse, as W3C WebDriver describes it. */
const clickAt = (point: { x: number; y: number }): object[] => [
  {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', ...point },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];

/** One page as a person uses it: with real clicks and keys, looking only at what is shown. */
export class Page {
  private readonly browser: Browser;
  private readonly root: string;

  constructor(browser: Browser, root: string) {
    this.browser = browser;
    this.root = root;
  }

  goto = (path: string): Promise<void> => this.browser.open(this.root + path);

  /** The result of a function that runs in the page; it may use only the page and its arguments. */
  async run<A extends unknown[], T>(task: (...given: A) => T | Promise<T>, ...given: A): Promise<T> {
    const call = `(${task})(...${JSON.stringify(given)})`;
    const text = await this.browser.evaluate(`(async () => JSON.stringify((await ${call}) ?? null))()`);
    return JSON.parse(text ?? 'null');
  }

  /** The same, repeated until it succeeds: a page that is just being left or drawn answers later. */
  private soon<T>(task: () => Promise<T>) {
    return expect.poll(() => task().catch((error: unknown) => `${error}` as T));
  }

  /** Clicks the middle of an element, and again if the page moved it away while the mouse was on its way. */
  async click(selector: string, words = ''): Promise<void> {
    await this.soon(async () => {
      const found = await this.run(aim, selector, words);
      if ('problem' in found) return found.problem;
      await this.browser.act(clickAt(found));
      const outcome = this.run(() => (document.querySelector('[data-aimed-at]') ? 'missed' : 'clicked'));
      return outcome.catch(() => 'clicked'); // the click left the page
    }).toBe('clicked');
  }

  /** Presses a key by its name, or writes a text. */
  async press(keys: string): Promise<void> {
    const codes = keys in keyCodes ? [keyCodes[keys]] : [...keys];
    const actions = codes.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.browser.act([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** Expects something of the text of the first element, and waits for it. */
  text = (selector: string) =>
    this.soon(() =>
      this.run((all) => document.querySelector(all)?.textContent?.replace(/\s+/g, ' ').trim() ?? '', selector),
    );

  /** Expects something of the number of elements that are shown. */
  count = (selector: string) =>
    this.soon(() =>
      this.run((all) => [...document.querySelectorAll(all)].filter((each) => each.checkVisibility()).length, selector),
    );

  /** Expects something of the address, without its server. */
  address = () => this.soon(() => this.run(() => location.pathname + location.search + location.hash));

  /** Opens the report of the full assessment and waits for its last part: until then it grows, and buttons move. */
  async openReport(): Promise<void> {
    await this.goto('/assess/full/report/');
    await this.text('.one-page .live').not.toBe('');
  }

  /** Everything that is kept in this browser. */
  kept = (): Promise<string> => this.run(() => JSON.stringify(Object.entries(localStorage).sort()));

  /** Keeps assessments as if they had been made in this browser, and nothing else. */
  async keep(assessments: Record<string, object>): Promise<void> {
    await this.goto('/404.html');
    const texts = Object.entries(assessments).map(([id, each]) => [id, JSON.stringify(each)] as const);
    const write = (all: typeof texts) => {
      localStorage.clear();
      sessionStorage.clear();
      for (const [id, text] of all) localStorage.setItem(`trivium:assessment:${id}`, text);
      return 'kept';
    };
    await this.soon(() => this.run(write, texts)).toBe('kept');
  }
}
