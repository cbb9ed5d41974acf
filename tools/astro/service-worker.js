// Keeps a copy of the site in the browser, so that it works offline. At build time, tools/astro/precache.mjs fills in the
// two lines below and writes the result as sw.js.
const version = '__VERSION__';
const files = ['__FILES__'];

// Sites on one host share their caches, so the names of ours contain its scope.
const prefix = `trivium-copy-${new URL(self.registration.scope).pathname}-`;
const addressOf = (file) => new URL(file, self.registration.scope).href;
/** How long to wait for the network before using the copy, in milliseconds; shorter for a while after a timeout. */
const patience = 4000;
const shortPatience = 500;
const shortPatienceLasts = 30_000;
/** How long to wait if the copy has no answer, and when downloading the copy itself. */
const longestWait = { page: 20_000, copy: 60_000 };
/** How many files to fetch at once, so that the requests of the page come first. */
const batchSize = 8;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Checks, by kind, that a file is complete and not another page in its place. */
const looksWhole = {
  html: (text) => text.includes('class="copy-notice"') && text.trimEnd().endsWith('</html>'),
  json: (text) => JSON.parse(text) !== undefined,
  js: (_, type) => type.includes('javascript'),
  css: (_, type) => type.includes('css'),
};
const kindOf = ({ url }) => /\.(\w+)$/.exec(new URL(url).pathname)?.[1] ?? 'html';

/**
 * Whether a response really comes from this site, as opposed to a server error, the sign-in page of a network, or a
 * truncated file. Rejects if the file does not arrive or cannot be read.
 */
async function isSound(request, response) {
  if (response.type === 'opaqueredirect') return true; // redirects to the address with a slash
  const saysMissing = request.mode === 'navigate' && [404, 410].includes(response.status);
  if (!response.ok && !saysMissing) return false;
  const type = response.headers.get('content-type') ?? '';
  const text = await response.clone().text();
  const kind = saysMissing ? 'html' : kindOf(request);
  return looksWhole[kind]?.(text, type) ?? !type.includes('html');
}

/** Asks the network. Resolves to its response, if any, whether that is sound, and the error, if any. */
async function ask(request, longest) {
  const waiting = new AbortController();
  const timer = setTimeout(
    () => waiting.abort(new DOMException('The network did not answer.', 'TimeoutError')),
    longest,
  );
  let response;
  try {
    response = await fetch(request, { signal: waiting.signal });
    return { response, isSound: await isSound(request, response) };
  } catch (error) {
    return { response, isSound: false, error };
  } finally {
    clearTimeout(timer);
  }
}

async function keep(copy, file) {
  const request = new Request(addressOf(file), { cache: 'no-cache' });
  const { response, isSound } = await ask(request, longestWait.copy);
  if (!isSound) throw new Error(`${file} did not arrive.`);
  await copy.put(request, response);
}
const add = (copy, batch) => Promise.all(batch.map((file) => keep(copy, file)));

async function fillCopy() {
  const copy = await caches.open(prefix + version);
  for (let start = 0; start < files.length; start += batchSize) {
    const batch = files.slice(start, start + batchSize);
    await add(copy, batch).catch(() => add(copy, batch)); // one lost request does not cost the whole copy
  }
}

async function deleteOldCopies() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== prefix + version).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** What the copy holds for a request: the file itself, or the page with its slash. */
async function fromCopy({ url }) {
  // If the person has deleted the copy, opening it would create it again.
  if (!(await caches.has(prefix + version))) return undefined;
  const copy = await caches.open(prefix + version);
  const { origin, pathname } = new URL(url);
  return (await copy.match(url, { ignoreSearch: true })) ?? copy.match(`${origin}${pathname}/`);
}

let shortPatienceEnds = 0;

/** Resolves to the result of the network, or to undefined if it takes too long. */
async function inTime(answerOfNetwork) {
  const early = await Promise.race([answerOfNetwork, wait(Date.now() < shortPatienceEnds ? shortPatience : patience)]);
  shortPatienceEnds = early ? 0 : Date.now() + shortPatienceLasts;
  return early;
}

/** Prefers a sound and timely response from the network, then the copy, then whatever the network returns. */
async function networkFirst(request) {
  const answerOfNetwork = ask(request, longestWait.page);
  const early = await inTime(answerOfNetwork);
  if (early?.isSound) return early.response;
  const copied = await fromCopy(request);
  if (copied) return copied;
  const { response, isSound, error } = await answerOfNetwork;
  if (isSound) return response;
  const notFoundPage = request.mode === 'navigate' && (await fromCopy({ url: addressOf('404.html') }));
  if (notFoundPage) return notFoundPage;
  if (error) throw error;
  return response;
}

/** Answers every request of a page. Files with a hash in their name never change, so the copy comes first for them. */
async function answer(request) {
  const isFixed = request.url.startsWith(addressOf('_astro/'));
  return (isFixed && (await fromCopy(request))) || networkFirst(request);
}

self.addEventListener('install', (event) => event.waitUntil(fillCopy()));
self.addEventListener('activate', (event) => event.waitUntil(deleteOldCopies()));
// A newer copy waits until the person reloads, so that a page keeps the files it was built with.
self.addEventListener('message', ({ data }) => data === 'use-newer' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});
