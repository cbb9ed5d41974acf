import { scriptUrls, trustedScriptUrl } from '../app/platform/trusted-types.ts';

// Every page, once loaded: keeps a copy of the site for use offline, and says when a newer copy is ready.
// Every page carries this script, so it uses the service worker API directly and not through browser.ts.

/** Delay in ms before the copy starts downloading: a copy of the whole site would slow down the page itself. */
const startDelayMs = 2000;
const notice = document.querySelector<HTMLElement>('.copy-notice');
const texts = notice?.dataset ?? {};

/** Shows a sentence with an optional button; an empty sentence hides the notice. */
function showNotice(sentence: string, action?: { label: string; run(): void }) {
  if (!notice) return;
  notice.replaceChildren(sentence);
  notice.hidden = sentence === '';
  if (!action) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = action.label;
  button.addEventListener('click', action.run);
  notice.append(' ', button);
}

const showConnection = () => showNotice(navigator.onLine ? '' : (texts['offline'] ?? ''));

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

async function keepCopy() {
  const registration = await navigator.serviceWorker.register(trustedScriptUrl(scriptUrls.copy));
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offerNewerCopy(worker);
    });
  if (registration.waiting && navigator.serviceWorker.controller) offerNewerCopy(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

addEventListener('online', showConnection);
addEventListener('offline', showConnection);
showConnection();
const savesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
// Without a service worker the site still works, as long as there is a network.
if ('serviceWorker' in navigator && !savesData) setTimeout(() => void keepCopy().catch(() => undefined), startDelayMs);
