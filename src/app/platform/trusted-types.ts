import type { WorkerName } from '../worker.ts';
import beside from '../worker.ts?worker&url';

/** Addresses of the code that may run beside a page: its worker, and the service worker that keeps the site's copy. */
export const scriptUrls = { beside, copy: `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}sw.js` };

/** The part of Trusted Types that is used here; not every browser has them. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The only policy of the site, which its content security policy names: it passes these addresses and nothing else. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('trivium', {
  createScriptURL(url) {
    if (Object.values(scriptUrls).includes(url)) return url;
    throw new TypeError(`${url} is no worker of this site`);
  },
});

/** An address of a worker in the form that the browser takes. */
export const trustedScriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url;

/** Starts the worker that does a part of the site. Throws where there are no workers, or they are forbidden. */
export const startWorker = (part: WorkerName): Worker =>
  new Worker(trustedScriptUrl(scriptUrls.beside), { type: 'module', name: part });
