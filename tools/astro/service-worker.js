// Keeps a copy of the site in the browser, so that it works without a network. tools/astro/precache.mjs fills in the two lines
// below at build and writes the result as sw.js.
const version = '__VERSION__';
const files = ['__FILES__'];

// Sites below one host name share their caches, so each has names of its own.
const prefix = `trivium-copy-${new URL(self.registration.scope).pathname}-`;
const addressOf = (file) => new URL(file, self.registration.scope).href;
/** How long a page may keep us waiting before the copy is shown instead, in milliseconds. */
const patience = 4000;
/** So many files are fetched at once, so that the page stays first in line. */
const atOnce = 8;

/** Fetches files into the copy: all of them or none. */
const add = (copy, some) => copy.addAll(some.map((file) => new Request(addressOf(file), { cache: 'no-cache' })));

async function fill() {
  const copy = await caches.open(prefix + version);
  for (let at = 0; at < files.length; at += atOnce) {
    const some = files.slice(at, at + atOnce);
    await add(copy, some).catch(() => add(copy, some)); // one lost request does not cost the whole copy
  }
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== prefix + version).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** What the copy has for an address: the page itself, the page with its slash, or the page that says it is missing. */
async function fromCopy(request) {
  if (!(await caches.has(prefix + version))) return undefined; // deleted by the person: opening it would make it again
  const copy = await caches.open(prefix + version);
  const { origin, pathname } = new URL(request.url);
  const found = (await copy.match(request, { ignoreSearch: true })) ?? (await copy.match(`${origin}${pathname}/`));
  if (found || request.mode !== 'navigate') return found;
  return copy.match(addressOf('404.html'));
}

/** Files whose name carries a hash of their content never change: the copy is as good as the network. */
async function copyFirst(request) {
  return (await fromCopy(request)) ?? fetch(request);
}

/** Everything else comes from the network while there is one. */
async function networkFirst(request) {
  try {
    return await fetch(request, request.mode === 'navigate' ? { signal: AbortSignal.timeout(patience) } : {});
  } catch (error) {
    const found = await fromCopy(request);
    if (found) return found;
    throw error;
  }
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
// A newer copy waits until the person reloads: a page keeps the files that it was built with.
self.addEventListener('message', ({ data }) => data === 'use-newer' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.url.startsWith(addressOf('_astro/')) ? copyFirst(request) : networkFirst(request));
});
