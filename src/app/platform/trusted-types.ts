import * as messages from '#messages/faults.ts';
import type { WorkerName } from '../worker.ts';
import workerUrl from '../worker.ts?worker&url';
import { LoadError, noteLoss } from './load-error.ts';

/** Addresses of the scripts that run outside a page: its worker, and the service worker that keeps a copy of the site. */
export const scriptUrls = { worker: workerUrl, serviceWorker: `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}sw.js` };

/** The part of the Trusted Types API that is used here; not every browser has it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The only policy that the content security policy allows. It accepts these addresses and nothing else. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('trivium', {
  createScriptURL(url) {
    if (Object.values(scriptUrls).includes(url)) return url;
    throw new TypeError(messages.noWorker(url));
  },
});

/** The address of a worker in the form that the browser accepts. */
export const trustedScriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url;

/**
 * Starts the worker for a part of the site. Throws if the browser has no workers or forbids them. If the worker or
 * something it needs cannot be loaded, the page says so; if its script is missing, the error event has no message.
 */
export function startWorker(part: WorkerName): Worker {
  const worker = new Worker(trustedScriptUrl(scriptUrls.worker), { type: 'module', name: part });
  worker.addEventListener('error', ({ message }) => noteLoss(new LoadError(message || scriptUrls.worker)));
  worker.addEventListener('message', ({ data }) => {
    if (typeof data.problem === 'string') noteLoss(new Error(data.problem));
  });
  return worker;
}
