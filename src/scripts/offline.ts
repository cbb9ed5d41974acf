import { attempt, listKeys, onOtherTabs } from '../app/platform/browser.ts';
import { ownPrefix } from '../app/platform/storage-keys.ts';
import { scriptUrls, trustedScriptUrl } from '../app/platform/trusted-types.ts';
import { isShown, showNotice, texts } from './page-notice.ts';

// Every page, once loaded: keeps a copy of the site for use offline, says when a newer copy is ready, and forgets what
// another tab has deleted.
// Every page carries this script, so it uses the service worker API directly.

/** Delay in ms before this script starts downloading the copy: a copy of the whole site would slow down the page itself. */
const startDelayMs = 1500;

/** Says that the browser is offline; once it is online, clears only that notice. */
function showConnection(): void {
  const offline = texts['offline'] ?? '';
  if (!navigator.onLine) showNotice(offline);
  else if (isShown(offline)) showNotice('');
}

/** A newer copy is complete. The person decides when to reload; answers are saved as they are given. */
function offerNewerCopy(worker: ServiceWorker) {
  showNotice(texts['newer'] ?? '', {
    label: texts['reload'] ?? '',
    run: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('use-newer');
    },
  });
}

/** Lets the copy download what the browser has removed from it, unless the person has deleted the copy. */
const refillCopy = () =>
  void navigator.serviceWorker.getRegistration().then((registration) => registration?.active?.postMessage('refill'));

async function keepCopy() {
  const registration = await navigator.serviceWorker.register(trustedScriptUrl(scriptUrls.serviceWorker));
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offerNewerCopy(worker);
    });
  if (registration.waiting && navigator.serviceWorker.controller) offerNewerCopy(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  refillCopy();
  addEventListener('online', refillCopy);
}

/**
 * Forgets what only this tab keeps, such as the assessment that it saved last, once nothing of the site is left in this
 * browser: another tab has then deleted everything.
 */
function forgetWithOthers(): void {
  const keys = listKeys(ownPrefix);
  if (!keys.ok || keys.value.length > 0) return;
  attempt(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(ownPrefix)) sessionStorage.removeItem(key);
  });
}

function catchUp(): void {
  showConnection();
  forgetWithOthers();
}

addEventListener('online', catchUp);
addEventListener('offline', catchUp);
onOtherTabs(catchUp);
catchUp();
const savesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
// Without a service worker the site still works, as long as there is a network.
if ('serviceWorker' in navigator && !savesData) setTimeout(() => void keepCopy().catch(() => undefined), startDelayMs);
