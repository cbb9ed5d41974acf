import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchJson, fetchText } from './fetch-file.ts';
import { inTime, isLoadError, LoadError, longestWaitMs } from './load-error.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const never = new Promise<never>(() => undefined);

test('inTime(loading, name) settles as the loading does', async () => {
  expect(await inTime(Promise.resolve(1), 'a part')).toBe(1);
  await expect(inTime(Promise.reject(new Error('gone')), 'a part')).rejects.toThrow('gone');
  expect(vi.getTimerCount()).toBe(0);
});

test('inTime(loading, name) gives up if nothing answers', async () => {
  const refused = expect(inTime(never, 'a part')).rejects.toThrow(new LoadError('a part: no answer'));
  await vi.advanceTimersByTimeAsync(longestWaitMs - 1);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await refused;
});

test('fetchText(url) refuses a status that is not 2xx, a lost network and a server that never answers', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(fetchText('/a.json')).rejects.toThrow(new LoadError('/a.json: 404'));
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(fetchText('/a.json')).rejects.toBeInstanceOf(LoadError);
  vi.stubGlobal('fetch', () => never);
  const refused = expect(fetchText('/a.json')).rejects.toThrow(new LoadError('/a.json: no answer'));
  await vi.advanceTimersByTimeAsync(longestWaitMs);
  await refused;
});

test('fetchText(url) refuses a body that breaks off or never ends', async () => {
  const bodyOf = (pull: UnderlyingDefaultSource['pull']) => new Response(new ReadableStream({ pull } as object));
  vi.stubGlobal('fetch', async () => bodyOf((controller) => controller.error(new TypeError('network error'))));
  await expect(fetchText('/a.json')).rejects.toBeInstanceOf(LoadError);
  vi.stubGlobal('fetch', async () => bodyOf(() => never));
  const refused = expect(fetchText('/a.json')).rejects.toBeInstanceOf(LoadError);
  await vi.advanceTimersByTimeAsync(longestWaitMs);
  await refused;
});

test.each([
  '<!doctype html><title>Sign in</title>',
  '{"half":',
  '',
])('fetchJson(url) refuses text that is not JSON: %j', async (text) => {
  vi.stubGlobal('fetch', async () => new Response(text));
  await expect(fetchJson('/a.json')).rejects.toBeInstanceOf(LoadError);
});

test('isLoadError(error) recognises the message of each browser, and the one that a worker passes on', () => {
  for (const message of [
    'Failed to fetch dynamically imported module: https://example.org/_astro/a.js',
    'error loading dynamically imported module: https://example.org/_astro/a.js',
    'Importing a module script failed.',
    String(new LoadError('/search/index.json: 503')),
  ])
    expect(isLoadError(new TypeError(message))).toBe(true);
  expect(isLoadError(new TypeError('x is not a function'))).toBe(false);
  expect(isLoadError(undefined)).toBe(false);
});
