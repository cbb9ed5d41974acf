// The only file of src/app that touches storage, location, history, clipboard, sharing, downloads and the time of day, so
// that all else can be tested without a browser. Scripts of pages without an app (src/scripts) do so themselves.
import { failure, type Result, success } from '../../core/model/result.ts';
import { dayOf } from '../../i18n/dates.ts';

/** Accesses storage. A browser may refuse at any time; the problem is then the name of the error. */
export function attempt<T>(access: () => T): Result<T> {
  try {
    return success(access());
  } catch (error) {
    return failure(error instanceof Error ? error.name : String(error));
  }
}

/** The text that storage has under a key; null if there is none. If the browser refuses, the result is a failure. */
export const readItem = (key: string): Result<string | null> => attempt(() => localStorage.getItem(key));
/** Stores a text under a key. A failure if the browser refuses, for example because storage is full. */
export const writeItem = (key: string, value: string): Result<void> => attempt(() => localStorage.setItem(key, value));
/** Removes a key and its text, if there are any. A failure if the browser refuses. */
export const removeItem = (key: string): Result<void> => attempt(() => localStorage.removeItem(key));
/** What only this tab keeps under a key, in session storage; null if there is nothing. */
export const readTabItem = (key: string): Result<string | null> => attempt(() => sessionStorage.getItem(key));
/** Keeps a text for this tab only. A failure if the browser refuses. */
export const writeTabItem = (key: string, value: string): Result<void> =>
  attempt(() => sessionStorage.setItem(key, value));
/** Keys that start with a prefix. */
export const listKeys = (prefix: string): Result<string[]> =>
  attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix)));

/** Seconds after which a tab stops waiting for the lock: a tab that holds it this long is stuck. */
const lockPatience = 5;

/**
 * Runs work that reads and writes storage while no other tab does. Without Web Locks it runs immediately; if another
 * tab does not release the lock, it runs after some seconds. Tabs that then overwrite each other merge again when each
 * receives the storage event of the other.
 */
export async function withStorageLock(work: () => void): Promise<void> {
  if (!navigator.locks) return work();
  const waiting = new AbortController();
  afterSeconds(lockPatience, () => waiting.abort());
  await navigator.locks.request('trivium', { signal: waiting.signal }, work).catch(work);
}

/** Whether this is the first call with a key in this tab; false if the tab cannot remember. */
export function firstInTab(key: string): boolean {
  const storedItem = readTabItem(key);
  return storedItem.ok && storedItem.value === null && writeTabItem(key, '1').ok;
}

/** The current time. */
export const now = (): Date => new Date();
/** Formats a time in milliseconds since 1970 as ISO 8601; defaults to the current time. */
export const toTimestamp = (time = now().getTime()): string => new Date(time).toISOString();
/** Seconds between attempts while the browser refuses to store something. */
export const retrySeconds = 2;

/** Calls back after some seconds. */
export const afterSeconds = (seconds: number, call: () => void): unknown => setTimeout(call, seconds * 1000);

/** Actions under way, by name, and those that ended less than a second ago. */
const actions = new Set<string>();
/**
 * Does what a press asks for, unless an earlier press asked for the same: while that is under way, however long it loads,
 * and within a second after it, as by a double press. After a failure the next press counts.
 * @param what names the action
 */
export async function doOnce(what: string, action: () => unknown): Promise<void> {
  if (actions.has(what)) return;
  actions.add(what);
  let wait = 0;
  try {
    await action();
    wait = 1;
  } finally {
    afterSeconds(wait, () => actions.delete(what));
  }
}

/**
 * Calls `save` when the page is hidden or left, and asks before leaving if there is still unsaved work. Call the
 * returned function whenever unsaved work may have come or gone: some browsers do not cache a page for "back" while
 * it could ask.
 */
export function onLeave(save: () => void, hasUnsavedWork: () => boolean): () => void {
  addEventListener('pagehide', save);
  addEventListener('visibilitychange', save);
  const ask = (event: Event) => {
    save();
    if (hasUnsavedWork()) event.preventDefault();
  };
  let asking: AbortController | undefined;
  return () => {
    if (hasUnsavedWork() === Boolean(asking)) return;
    asking?.abort();
    asking = asking ? undefined : new AbortController();
    if (asking) addEventListener('beforeunload', ask, { signal: asking.signal });
  };
}

/** Calls back when "back" or "forward" restores the page as it was left. Storage may have changed since then. */
export const onRestore = (listener: () => void): void =>
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) listener();
  });

/** Today in the reader's time zone, as `2026-11-23`. */
export const today = (): string => dayOf(now());

/** A random id of 12 hexadecimal digits. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The path of the address. */
export const pathname = (): string => location.pathname;
// A browser may refuse to change the address, as WebKit does after 100 changes within 10 seconds; nothing depends on it.
/** Puts a path into the address as a new step of the history. */
export const pushPath = (path: string): Result<void> => attempt(() => history.pushState(null, '', path));
/** Puts a path into the address without a new step of the history. */
export const replacePath = (path: string): Result<void> => attempt(() => history.replaceState(null, '', path));
/** The parameters after the `?` of the address. */
export const query = (): URLSearchParams => new URLSearchParams(location.search);
/** What follows the `#` of the address, decoded; unchanged if it cannot be decoded, as in `#50%`. */
export function fragment(): string {
  const raw = rawFragment();
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
/** What follows the `#` of the address, as it came. It is never sent to a server. */
export const rawFragment = (): string => location.hash.slice(1);
/** Removes the `#` and what follows it from the address, without a new step of the history. */
export const clearFragment = (): Result<void> => replacePath(location.pathname + location.search);
/** Calls back when what follows the `#` of the address changes. */
export const onFragmentChange = (listener: () => void): void => addEventListener('hashchange', listener);
/** The full address of a path of this site. */
export const absoluteUrl = (path: string): string => new URL(path, location.origin).href;
/** Opens the browser's dialog for printing. */
export const printPage = (): void => print();
/** Leaves this page for a path: "back" returns here. */
export const navigateTo = (path: string): void => location.assign(path);
/** Opens an address in a new tab without access to this one. */
export const openTab = (url: string): void => void open(url, '_blank', 'noopener');
/** Replaces this page with a path: "back" does not return here. */
export const replacePage = (path: string): void => location.replace(path);
/** Loads this page again. */
export const reloadPage = (): void => location.reload();
/** Whether a key is held down during a click, which makes the browser open a tab or window, or save the page. */
const isForBrowser = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey || altKey;
/**
 * Calls `follow` with the path and hash of each link of this site that is opened in this tab, except links within the page.
 * The default navigation continues unless `follow` returns true.
 */
export function onLinkClick(root: HTMLElement, follow: (path: string) => boolean): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isHandled = event.defaultPrevented || isForBrowser(event);
    if (!link || isHandled || link.target || link.origin !== origin || link.pathname === location.pathname) return;
    if (follow(link.pathname + link.hash)) event.preventDefault();
  });
}
/**
 * A click handler that follows a link by an action of the page. With a key held down, the browser opens the link in a tab
 * or window instead; without an action it opens it here.
 */
export const onFollow =
  (action: (() => void) | undefined) =>
  (event: MouseEvent): void => {
    if (!action || isForBrowser(event)) return;
    event.preventDefault();
    action();
  };
/** Calls back when the person goes back or forward within the page. */
export const onPathChange = (listener: () => void): void => addEventListener('popstate', listener);
/**
 * Calls back when another tab has changed storage, or may have: the page was restored as it was left. Not when all of
 * storage was cleared, which Trivium never does: then this tab may hold the last copy.
 */
export function onOtherTabs(listener: () => void): void {
  addEventListener('storage', ({ key }) => key !== null && listener());
  onRestore(listener);
}

/**
 * Copies a text to the clipboard and returns true. If the browser forbids it, selects the element that shows the text, so
 * that a key press copies it, and returns false.
 */
export async function copyText(text: string, textElement: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (textElement) getSelection()?.selectAllChildren(textElement);
    return false;
  }
}

/** Offers an address to the person's other apps; undefined if the browser cannot. Ignores cancellation. */
export const shareAddress: ((url: string) => void) | undefined =
  typeof navigator.share === 'function' ? (url) => void navigator.share({ url }).catch(() => undefined) : undefined;

/** Downloads a text or a picture as a file. */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
