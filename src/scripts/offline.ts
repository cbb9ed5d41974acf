import { scriptUrls, trustedScriptUrl } from '../app/platform/trusted-types.ts';

// Every page, once it is loaded: keeps a copy of the site for times without a network, and says when that copy or a newer version is there.
// Beside browser.ts the only file that asks the browser for such things, since every page carries it.

/** So long after a page is loaded it is left alone, in milliseconds: a copy of the whole site would slow what it still does. */
const untilCalm = 2000;
const notice = document.querySelector<HTMLElement>('.copy-notice');
const words = notice?.dataset ?? {};

function tell(sentence: string, action?: { label: string; run(): void }) {
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

const showConnection = () => tell(navigator.onLine ? '' : (words['offline'] ?? ''));

/** A newer copy is complete: the person decides when to change to it. Answers are kept as they are given. */
function offerNewer(waiting: ServiceWorker) {
  tell(words['newer'] ?? '', {
    label: words['reload'] ?? '',
    run: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('use-newer');
    },
  });
}

async function keepCopy() {
  const registration = await navigator.serviceWorker.register(trustedScriptUrl(scriptUrls.copy));
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offerNewer(worker);
    });
  if (registration.waiting && navigator.serviceWorker.controller) offerNewer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
}

addEventListener('online', showConnection);
addEventListener('offline', showConnection);
showConnection();
const wantsLittle = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
// Without a service worker everything works as long as there is a network.
if ('serviceWorker' in navigator && !wantsLittle) setTimeout(() => void keepCopy().catch(() => undefined), untilCalm);
