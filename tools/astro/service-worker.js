// Keeps a copy of the site in the browser, so that it works offline. At build time, tools/astro/precache.mjs fills in the
// two lines below and writes the result as sw.js.
const version = '__VERSION__';
const files = ['__FILES__'];

// Sites on one host share their caches, so the names of ours contain its scope.
const prefix = `trivium-copy-${new URL(self.registration.scope).pathname}-`;
const addressOf = (file) => new URL(file, self.registration.scope).href;
/** How long to wait for a page before showing the copy instead, in milliseconds. */
const patience = 4000;
/** How many files to fetch at once, so that the requests of the page come first. */
const batchSize = 8;

/** Fetches files into the copy: all of them or none. */
const add = (copy, batch) => copy.addAll(batch.map((file) => new Request(addressOf(file), { cache: 'no-cache' })));

async function fillCopy() {
  const copy = await caches.open(prefix + version);
  for (let start = 0; start < files.length; start += batchSize) {
    const batch = files.slice(start, start + batchSize);
    await add(copy, batch).catch(() => add(copy, batch)); // one lost request does not cost the whole copy
  }
}

async function deleteOldCopies() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== prefix + version).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The copy's answer to a request: the file itself, the page with its slash, or the 404 page. */
async function fromCopy(request) {
  if (!(await caches.has(prefix + version))) return undefined; // the person deleted it; opening it would create it again
  const copy = await caches.open(prefix + version);
  const { origin, pathname } = new URL(request.url);
  const response = (await copy.match(request, { ignoreSearch: true })) ?? (await copy.match(`${origin}${pathname}/`));
  if (response || request.mode !== 'navigate') return response;
  return copy.match(addressOf('404.html'));
}

/** For files with a hash in their name: they never change, so the copy is as good as the network. */
async function copyFirst(request) {
  return (await fromCopy(request)) ?? fetch(request);
}

/** For everything else: the network while there is one. */
async function networkFirst(request) {
  try {
    return await fetch(request, request.mode === 'navigate' ? { signal: AbortSignal.timeout(patience) } : {});
  } catch (error) {
    const response = await fromCopy(request);
    if (response) return response;
    throw error;
  }
}

self.addEventListener('install', (event) => event.waitUntil(fillCopy()));
self.addEventListener('activate', (event) => event.waitUntil(deleteOldCopies()));
// A newer copy waits until the person reloads, so that a page keeps the files it was built with.
self.addEventListener('message', ({ data }) => data === 'use-newer' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.url.startsWith(addressOf('_astro/')) ? copyFirst(request) : networkFirst(request));
});
