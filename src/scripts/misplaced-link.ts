import { pathname, replacePage } from '../app/platform/browser.ts';

// The "not found" page: opens a private link even if its "#" was encoded or lost on the way.

const openPage = document.querySelector<HTMLElement>('[data-open]')?.dataset['open'] ?? '';
const isBelow = openPage !== '' && pathname().startsWith(openPage.replace(/\/$/, ''));
const rest = isBelow ? pathname().slice(openPage.length - 1) : '';
/** A possible code; the page that opens links checks it. The "#" may have been encoded more than once. */
const [code] = /[\w-]{20,}/.exec(rest.replaceAll(/%(25)*23/g, '#')) ?? [];
if (code !== undefined) replacePage(`${openPage}#${code}`);
