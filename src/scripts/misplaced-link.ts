import { pathname, replacePage } from '../app/platform/browser.ts';

// The page for "not found": a private link whose "#" was encoded on its way, or lost, is opened all the same.

const openPage = document.querySelector<HTMLElement>('[data-open]')?.dataset['open'] ?? '';
const isBelow = openPage !== '' && pathname().startsWith(openPage.replace(/\/$/, ''));
const rest = isBelow ? pathname().slice(openPage.length - 1) : '';
/** What may be a code; the page that opens links checks it. A "#" may have been encoded more than once. */
const [code] = /[\w-]{20,}/.exec(rest.replaceAll(/%(25)*23/g, '#')) ?? [];
if (code !== undefined) replacePage(`${openPage}#${code}`);
