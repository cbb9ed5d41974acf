import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { overlay } from '../../tools/astro/overlay.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-overlay-'));
  mkdirSync(path.join(folder, 'pictures'));
  vi.stubEnv('TRIVIUM_OVERLAY', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The hooks of the integration. */
// biome-ignore lint/suspicious/noExplicitAny: Astro calls the hooks with far more than they use
const hooks = () => overlay().hooks as Record<string, (options: any) => void>;

/** What the theme makes of a file. */
function themed(file: string) {
  let transform: (code: string, id: string) => string | undefined = () => undefined;
  const updateConfig = (config: { vite: { plugins: [{ transform: typeof transform }] } }) => {
    transform = config.vite.plugins[0].transform;
  };
  hooks()['astro:config:setup']?.({ updateConfig });
  return () => transform('/* ours */', file);
}

/** A server with the base path /sub/, which Astro takes off the address of a request; answers a request with the type and text of a picture, or with "passed on". */
function served() {
  type Answer = (request: { url: string; originalUrl: string }, response: object, next: () => string) => unknown;
  let answer: Answer = () => undefined;
  const { 'astro:config:done': done, 'astro:server:setup': setUp } = hooks();
  done?.({ config: { base: '/sub/' } });
  setUp?.({ server: { middlewares: { use: (middleware: Answer) => (answer = middleware) } } });
  return (originalUrl: string) => {
    let type = '';
    const response = {
      setHeader: (_: string, value: string) => {
        type = value;
      },
      end: (bytes: Buffer) => `${type} ${bytes.toString('utf8')}`,
    };
    return answer({ url: originalUrl.replace('/sub/', '/'), originalUrl }, response, () => 'passed on');
  };
}

test('a theme that changes while you edit is appended as it is now, and to no other sheet', () => {
  const sheet = themed('/src/styles/tokens.css?direct');
  writeFileSync(path.join(folder, 'theme.yaml'), "light:\n  accent: '#0b5d4b'\n");
  expect(sheet()).toMatch(/^\/\* ours \*\/.*#0b5d4b/s);
  writeFileSync(path.join(folder, 'theme.yaml'), "light:\n  accent: '#0a4c3b'\n");
  expect(sheet()).toMatch(/^\/\* ours \*\/.*#0a4c3b/s);
  expect(themed('/src/styles/page.css')()).toBeUndefined();
});

test('a picture is served while you edit, as soon as the overlay has it', () => {
  const request = served();
  expect(request('/sub/logo.svg')).toBe('passed on');
  writeFileSync(path.join(folder, 'pictures', 'logo.svg'), '<svg/>');
  expect(request('/sub/logo.svg?t=1')).toBe('image/svg+xml <svg/>');
  writeFileSync(path.join(folder, 'pictures', 'other.svg'), '<svg/>');
  for (const url of ['/logo.svg', '/sub/favicon.svg', '/sub/other.svg', '/sub/../overlay.yaml', '/sub/'])
    expect([url, request(url)]).toEqual([url, 'passed on']);
});

test('without an overlay the integration does nothing', () => {
  vi.stubEnv('TRIVIUM_OVERLAY', undefined);
  expect(overlay().hooks).toEqual({});
});
