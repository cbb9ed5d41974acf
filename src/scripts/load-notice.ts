import { reloadPage } from '../app/platform/browser.ts';
import { isLoadError } from '../app/platform/load-error.ts';
import { showNotice, texts } from './page-notice.ts';

// Every page, from the start: says when part of it could not be loaded, because the site was redeployed while the page
// was open, or because the network does not respond.

/** Whether a file is gone from the server. Bypasses the copy in this browser. */
const isGone = (url: string): Promise<boolean> =>
  fetch(url, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) }).then(
    ({ status }) => status === 404 || status === 410,
    () => false,
  );

/** Whether the site was redeployed: the file that failed, or a script of this page, is gone from the server. */
async function isSiteNewer({ message }: Error): Promise<boolean> {
  if (/: 4(04|10)$/.test(message)) return true;
  const failedUrls = /https?:\S*[^\s:]/.exec(message) ?? []; // without the colon before what happened
  const urls = [...document.scripts].map(({ src }) => src).concat(failedUrls);
  return (await Promise.all(urls.filter(Boolean).map(isGone))).includes(true);
}

async function tell(error: unknown): Promise<void> {
  if (!isLoadError(error)) return;
  const sentence = (await isSiteNewer(error)) ? texts['gone'] : texts['missing'];
  showNotice(sentence ?? '', { label: texts['again'] ?? '', run: reloadPage });
}

addEventListener('unhandledrejection', ({ reason }) => void tell(reason));
addEventListener('error', ({ error }) => void tell(error));
