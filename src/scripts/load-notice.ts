import { reloadPage } from '../app/platform/browser.ts';
import { isLoadError } from '../app/platform/load-error.ts';
import { showNotice, texts } from './page-notice.ts';

// Every page, from the start: says when part of it could not be loaded, because the site was redeployed while the page
// was open, or because the network does not respond.

/** The status of a file that is gone from the server, alone or at the end of a `LoadError`. */
const goneStatus = /4(04|10)$/;

/** Whether a file is gone from the server. Bypasses the copy in this browser. */
const isGone = (url: string): Promise<boolean> =>
  fetch(url, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) }).then(
    ({ status }) => goneStatus.test(String(status)),
    () => false,
  );

/** Whether the site was redeployed: the file that failed, or a script of this page, is gone from the server. */
async function isSiteNewer(failure: string): Promise<boolean> {
  if (goneStatus.test(failure)) return true;
  const failedUrls = /https?:\S*[^\s:]/.exec(failure) ?? []; // without the colon before what happened
  const urls = [...document.scripts].map(({ src }) => src).concat(failedUrls);
  return (await Promise.all(urls.filter(Boolean).map(isGone))).includes(true);
}

/** Scripts that cannot read the data of a newer version fail with a TypeError; a browser's own errors have other types. */
async function tell(error: unknown): Promise<void> {
  const isLost = isLoadError(error);
  if (!isLost && !(error instanceof TypeError)) return;
  const isNewer = await isSiteNewer(isLost ? error.message : '');
  const sentence = texts[isNewer ? 'gone' : 'missing'] ?? '';
  if (isLost || isNewer) showNotice(sentence, { label: texts['again'] ?? '', run: reloadPage });
}

addEventListener('unhandledrejection', ({ reason }) => void tell(reason));
addEventListener('error', ({ error }) => void tell(error));
