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

/** The path of a page, however a server ends it. */
const pathOf = (url) => new URL(url).pathname.replace(/(\.html|\/index\.html|\/)$/, '');
const isSamePage = (a, b) => new URL(a).origin === new URL(b).origin && pathOf(a) === pathOf(b);

/**
 * Whether a response really comes from this site, as opposed to a server error, a redirect to a sign-in page or that page
 * itself, or an empty or truncated file. Rejects if the file does not arrive or cannot be read.
 */
async function isSound(request, response, signal) {
  // The browser hides where a redirect of a page leads. Only one to the same address with its slash is ours.
  if (response.type === 'opaqueredirect') {
    const target = await fetch(request.url, { signal });
    return isSamePage(request.url, target.url) && isSound(request, target, signal);
  }
  if (response.redirected && !isSamePage(request.url, response.url)) return false;
  const saysMissing = request.mode === 'navigate' && [404, 410].includes(response.status);
  if (!response.ok && !saysMissing) return false;
  const type = response.headers.get('content-type') ?? '';
  const text = await response.clone().text();
  const kind = saysMissing ? 'html' : kindOf(request);
  return text !== '' && (looksWhole[kind]?.(text, type) ?? !type.includes('html'));
}

/** Asks the network. Resolves to its response, if any, whether that is sound, and the error, if any. */
async function ask(request, longest) {
  const waiting = new AbortController();
  const { signal } = waiting;
  const timer = setTimeout(
    () => waiting.abort(new DOMException('The network did not answer.', 'TimeoutError')),
    longest,
  );
  let response;
  try {
    response = await fetch(request, { signal });
    return { response, isSound: await isSound(request, response, signal) };
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

async function missingFiles(copy) {
  const kept = new Set((await copy.keys()).map(({ url }) => url));
  return files.filter((file) => !kept.has(addressOf(file)));
}

/** Downloads what the copy lacks. */
async function fillCopy() {
  const copy = await caches.open(prefix + version);
  const missing = await missingFiles(copy);
  for (let start = 0; start < missing.length; start += batchSize) {
    const batch = missing.slice(start, start + batchSize);
    await add(copy, batch).catch(() => add(copy, batch)); // one lost request does not cost the whole copy
  }
}

/**
 * Downloads again what the browser has removed from the copy, or what was damaged. Does nothing if the site now has a newer
 * version: its files do not belong into this copy.
 */
async function refillCopy() {
  const copy = await caches.open(prefix + version);
  if ((await missingFiles(copy)).length === 0) return;
  const worker = await fetch(addressOf('sw.js'), { cache: 'no-cache' });
  if ((await worker.text()).includes(`'${version}'`)) await fillCopy();
}

let refilling = Promise.resolve();
let isRefillWaiting = false;
/**
 * The same, in turn. At most one waits, which sees what was lost while another was about to end. Without a network, the
 * next page tries again.
 */
function refillInTurn() {
  if (isRefillWaiting) return refilling;
  isRefillWaiting = true;
  refilling = refilling.then(() => {
    isRefillWaiting = false;
    return refillCopy().catch(() => undefined);
  });
  return refilling;
}

async function deleteOldCopies() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== prefix + version).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** What a copy holds for a request, unless that is damaged: then the copy forgets it, so that it is downloaded again. */
async function soundMatch(copy, url) {
  const response = await copy.match(url, { ignoreSearch: true });
  if (!response || (await isSound({ url }, response).catch(() => false))) return response;
  await copy.delete(url, { ignoreSearch: true });
  return undefined;
}

/** What the copy holds for a request: the file itself, or the page with its slash. Nothing if it cannot be read. */
async function fromCopy({ url }) {
  try {
    // If the person has deleted the copy, opening it would create it again.
    if (!(await caches.has(prefix + version))) return undefined;
    const copy = await caches.open(prefix + version);
    const { origin, pathname } = new URL(url);
    return (await soundMatch(copy, url)) ?? (await soundMatch(copy, `${origin}${pathname}/`));
  } catch {
    return undefined;
  }
}

const namesIn = (text) => Object.keys(JSON.parse(text) ?? {});

/**
 * Whether a response may be a version of what the copy holds. JSON of a gateway that wants a sign-in has none of the names
 * that the file has at its top.
 */
async function resemblesCopy(request, response) {
  const copied = kindOf(request) === 'json' && (await fromCopy(request));
  if (!copied) return true;
  const names = namesIn(await response.clone().text());
  return namesIn(await copied.text()).some((name) => names.includes(name));
}

let shortPatienceEnds = 0;

/** Resolves to the result of the network, or to undefined if it takes too long. */
async function inTime(answerOfNetwork) {
  const early = await Promise.race([answerOfNetwork, wait(Date.now() < shortPatienceEnds ? shortPatience : patience)]);
  shortPatienceEnds = early ? 0 : Date.now() + shortPatienceLasts;
  return early;
}

/**
 * Prefers a sound and timely response from the network, then the copy, then whatever the network returns. If that is
 * nothing, a page says that there is no connection.
 */
async function networkFirst(request) {
  const answerOfNetwork = ask(request, longestWait.page);
  const early = await inTime(answerOfNetwork);
  if (early?.isSound && (await resemblesCopy(request, early.response))) return early.response;
  const copied = await fromCopy(request);
  if (copied) return copied;
  const { response, error } = await answerOfNetwork;
  if (!error || response?.type === 'opaqueredirect') return response;
  const noConnection = request.mode === 'navigate' && (await fromCopy({ url: addressOf('500.html') }));
  if (noConnection) return noConnection;
  throw error;
}

/** Answers every request of a page. Files with a hash in their name never change, so the copy comes first for them. */
async function answer(request) {
  const isFixed = request.url.startsWith(addressOf('_astro/'));
  return (isFixed && (await fromCopy(request))) || networkFirst(request);
}

self.addEventListener('install', (event) => event.waitUntil(fillCopy()));
self.addEventListener('activate', (event) => event.waitUntil(deleteOldCopies()));
// A newer copy waits until the person reloads, so that a page keeps the files it was built with.
self.addEventListener('message', (event) => {
  if (event.data === 'use-newer') void self.skipWaiting();
  if (event.data === 'refill') event.waitUntil(refillInTurn());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});
