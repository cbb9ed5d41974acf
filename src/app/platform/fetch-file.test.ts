import { afterEach, expect, test, vi } from 'vitest';
import { fetchJson } from './fetch-file.ts';
import { LoadError } from './load-error.ts';

afterEach(() => void vi.unstubAllGlobals());

const answering = (body: string) => vi.stubGlobal('fetch', async () => new Response(body));

test.each([
  '',
  '<!doctype html>',
  '{"strings":',
  '{}',
  '[]',
  'null',
  '7',
  '"sign in"',
  '{"error":"Sign in."}',
  '["x"]',
])('fetchJson(url) takes %o for no answer', async (body) => {
  answering(body);
  await expect(fetchJson('/assess/quick.json')).rejects.toBeInstanceOf(LoadError);
  await expect(fetchJson('/search/cards.json', '0')).rejects.toBeInstanceOf(LoadError);
});

test('fetchJson(url, key) takes JSON with what the file always holds', async () => {
  answering('{"strings":{}}');
  expect(await fetchJson('/assess/quick.json')).toEqual({ strings: {} });
  answering('[{"id":"velocity"}]');
  expect(await fetchJson('/search/cards.json', '0')).toEqual([{ id: 'velocity' }]);
});
