import { extractCodes } from '../../core/link/extract-code.ts';
import { pathname, replacePage } from '../platform/browser.ts';

// The pages "not found" and "no connection": open a private link even if its "#" was encoded or lost on the way.

const openPage = document.querySelector<HTMLElement>('[data-open]')?.dataset['open'] ?? '';
const isBelow = openPage !== '' && pathname().startsWith(openPage.replace(/\/$/, ''));
const rest = isBelow ? pathname().slice(openPage.length - 1) : '';
/** The page that opens links checks the code; a shorter text is an address that is merely wrong. */
const code = extractCodes(rest).find(({ length }) => length >= 20);
if (code !== undefined) replacePage(`${openPage}#${code}`);
