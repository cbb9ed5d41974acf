// The only file that touches storage, location, history, clipboard, sharing, downloads and the clock.
import { failure, type Result, success } from '../../core/model/result.ts';

/** Accesses storage, which a browser may forbid or run out of at any time: then the problem is the error's name. */
function attempt<T>(access: () => T): Result<T> {
  try {
    return success(access());
  } catch (error) {
    return failure(error instanceof Error ? error.name : String(error));
  }
}

export const readItem = (key: string): Result<string | null> => attempt(() => localStorage.getItem(key));
export const writeItem = (key: string, value: string): Result<void> => attempt(() => localStorage.setItem(key, value));
export const removeItem = (key: string): Result<void> => attempt(() => localStorage.removeItem(key));
/** The same for what only this tab keeps. */
export const readTabItem = (key: string): Result<string | null> => attempt(() => sessionStorage.getItem(key));
export const writeTabItem = (key: string, value: string): Result<void> =>
  attempt(() => sessionStorage.setItem(key, value));
/** Keys that start with a prefix. */
export const listKeys = (prefix: string): Result<string[]> =>
  attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix)));

/**
 * Does something that reads and writes storage while no other tab does. Without Web Locks it is done at once; what two
 * tabs wrote over each other is then put right when each hears of the other.
 */
export async function withStorageLock(work: () => void): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request('trivium', work).catch(work);
}
/** Whether this is the first time that something happens in this tab; no where the tab cannot remember. */
export function firstInTab(key: string): boolean {
  const known = readTabItem(key);
  return known.ok && known.value === null && writeTabItem(key, '1').ok;
}

/** The moment, as stored. */
export const now = (): Date => new Date();
/** Writes a moment given in milliseconds. */
export const toTimestamp = (time: number): string => new Date(time).toISOString();
/** Calls back after some seconds. */
export const afterSeconds = (seconds: number, call: () => void): unknown => setTimeout(call, seconds * 1000);
/** Calls when the page is left or put away; before it is left, asks the person to stay while there is a reason to. */
export function onLeave(leaving: () => void, unsaved: () => boolean): void {
  addEventListener('pagehide', leaving);
  addEventListener('visibilitychange', leaving);
  addEventListener('beforeunload', (event) => {
    leaving();
    if (unsaved()) event.preventDefault();
  });
}
/** Today in the reader's time zone, as `2026-11-23`. */
export function today(): string {
  const date = now();
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** An id that no other assessment of this browser has. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const pathname = (): string => location.pathname;
export const pushPath = (path: string): void => history.pushState(null, '', path);
/** What the address asks for after its `?`. */
export const query = (): URLSearchParams => new URLSearchParams(location.search);
const withQuery = (query: string): string => location.pathname + (query && `?${query}`);
/** Writes what a list shows into the address, as a step that going back undoes, or in place. */
export const pushQuery = (query: string): void => {
  if (location.search.slice(1) !== query) history.pushState(null, '', withQuery(query));
};
export const replaceQuery = (query: string): void => history.replaceState(null, '', withQuery(query));
/** What the address names after its `#`. */
export const fragment = (): string => decodeURIComponent(location.hash.slice(1));
/** What stands after the "#" of the address, as it came: it never leaves this browser. */
export const rawFragment = (): string => location.hash.slice(1);
/** Takes what stands after the "#" out of the address, without a step to go back to. */
export const clearFragment = (): void => history.replaceState(null, '', withQuery(location.search.slice(1)));
/** Calls back when another "#" is put into the address of this page. */
export const onFragmentChange = (changed: () => void): void => addEventListener('hashchange', changed);
/** The whole address of a path of this site. */
export const absoluteUrl = (path: string): string => new URL(path, location.origin).href;
export const printPage = (): void => print();
export const navigateTo = (path: string): void => location.assign(path);
/**
 * Calls back with path and fragment when a link of this site is followed in this tab and nothing else takes it; the link
 * is left alone unless that says yes. Links within the page are never asked about.
 */
export function onLinkClick(root: HTMLElement, follow: (path: string) => boolean): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const other = event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || other || link.target || link.origin !== origin || link.pathname === location.pathname) return;
    if (follow(link.pathname + link.hash)) event.preventDefault();
  });
}
/** Calls back when the person goes back or forward within the page. */
export const onPathChange = (changed: () => void): void => addEventListener('popstate', changed);
/** Calls back when another tab has written. */
export const onStorageChange = (changed: (key: string | null) => void): void =>
  addEventListener('storage', (event) => changed(event.key));

/**
 * Puts a text on the clipboard. Where the browser forbids it, selects the element that shows the same text, so that a
 * key press copies it. Says whether the text was copied.
 */
export async function copyText(text: string, shown: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return false;
  }
}

/** Offers an address to the person's other programs; undefined where the browser cannot. A refusal is no news. */
export const shareAddress: ((url: string) => void) | undefined =
  typeof navigator.share === 'function' ? (url) => void navigator.share({ url }).catch(() => undefined) : undefined;

/** Hands a text or a picture to the person as a file. */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Fetches a file of this site as text. */
export async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/** Fetches a file of this site as JSON. */
export const fetchJson = async <T>(url: string): Promise<T> => JSON.parse(await fetchText(url)) as T;
