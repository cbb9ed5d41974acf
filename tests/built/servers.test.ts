import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compress } from '../../tools/tasks/compress.mjs';
import { readHeaderRules, siteServer } from '../../tools/tasks/serve.mjs';
import { isInstalled, serverNames, serverPackages, startServer } from '../../tools/tasks/servers.mjs';
import { testBuilds } from '../../tools/tasks/test-builds.mjs';

// The examples in deploy/, run by the real servers, answer as our own server does with public/_headers.

const folder = mkdtempSync(path.join(os.tmpdir(), 'trivium-servers-'));
const roots = { '/': path.join(folder, 'plain'), '/sub/': path.join(folder, 'below') };
const sites = { '/': 'dist', '/sub/': testBuilds.sub.folder };
const hashed = (folder: string, kind: string) =>
  `_astro/${readdirSync(path.join(folder, '_astro')).find((file) => file.endsWith(kind))}`;
/** One of every kind of file that a site has, and what it is. */
const kindsOf = (folder: string): Record<string, string> => ({
  '': 'text/html',
  'entries/alert-fatigue/': 'text/html',
  'entries/alert-fatigue.md': 'text/markdown',
  'assess/quick.json': 'application/json',
  'api/v1/claims.json': 'application/json',
  'api/v1/dataset/trivium.jsonl': 'application/jsonl',
  'schema/answers.json': 'application/json',
  'sw.js': 'text/javascript',
  'sitemap.xml': 'application/xml',
  'licences.txt': 'text/plain',
  'card.png': 'image/png',
  'favicon.svg': 'image/svg+xml',
  [hashed(folder, '.js')]: 'text/javascript',
  [hashed(folder, '.css')]: 'text/css',
});
const policies = [
  ...new Set(readHeaderRules('public/_headers').flatMap(({ headers }) => headers.map(([name]) => String(name)))),
];
/** The headers that we promise, and what the file is, without its encoding. */
const told = ({ status, headers }: Response) => ({
  status,
  type: headers.get('content-type')?.split(';')[0],
  ...Object.fromEntries(policies.map((name) => [name, headers.get(name)])),
});

/** Our own server for each base. */
const ours: { server: http.Server; address: string; base: string }[] = [];
beforeAll(async () => {
  cpSync('dist', roots['/'], { recursive: true });
  mkdirSync(roots['/sub/']);
  symlinkSync(path.resolve(testBuilds.sub.folder), path.join(roots['/sub/'], 'sub'));
  compress(path.join(roots['/'], 'study'), 4);
  for (const [base, root] of Object.entries(sites)) {
    const server = siteServer({ root, base });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ours.push({ server, base, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}` });
  }
});
afterAll(() => {
  for (const { server } of ours) server.close();
  rmSync(folder, { recursive: true });
});

for (const name of serverNames) {
  const installed = isInstalled(name);
  const reason = `which is not installed (Debian: ${serverPackages.join(', ')})`;
  describe.runIf(installed)(installed ? name : `${name}, ${reason}`, () => {
    for (const [base, root] of Object.entries(roots)) {
      describe(`below ${base}`, () => {
        let server: Awaited<ReturnType<typeof startServer>>;
        const get = (at: string, headers: Record<string, string> = {}) =>
          fetch(server.address + base + at, { redirect: 'manual', headers });
        beforeAll(async () => {
          server = await startServer(name, { root, base, folder: path.join(folder, name + base.replaceAll('/', '-')) });
        });
        afterAll(() => server?.stop());

        test('every kind of file has its type, our headers and its time to live', async () => {
          for (const [at, type] of Object.entries(kindsOf(base === '/' ? sites['/'] : sites['/sub/']))) {
            const response = await get(at);
            const expected = told(await fetch(`${ours.find((each) => each.base === base)?.address}${at}`));
            expect({ at, ...told(response) }).toEqual({ at, ...expected });
            expect(response.headers.get('content-type')).toMatch(
              type.startsWith('text/') ? `${type}; charset=utf-8` : type,
            );
            const cache = at.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';
            expect(response.headers.get('cache-control')).toBe(cache);
            expect(response.headers.get('server') ?? '').not.toMatch(/\d/);
          }
        });

        test('pages of other sites may read data, schemas and Markdown, and nothing else', async () => {
          const readable = [
            'api/v1/index.json',
            'api/v1/dataset/trivium.jsonl',
            'schema/report.json',
            'entries/alert-fatigue.md',
          ];
          const others = [
            '',
            'api/',
            'entries/alert-fatigue/',
            'assess/full.json',
            'sample/card-fraud-score.json',
            'sw.js',
            'feed.xml',
            'sbom.json',
          ];
          const allowed = async (at: string) => [at, (await get(at)).headers.get('access-control-allow-origin')];
          expect(await Promise.all(readable.map(allowed))).toEqual(readable.map((at) => [at, '*']));
          expect(await Promise.all(others.map(allowed))).toEqual(others.map((at) => [at, null]));
        });

        test('what does not exist answers 404 with the page, never for long', async () => {
          for (const at of [
            'nowhere/',
            '_astro/nothing.js',
            '_headers',
            'study/claims/nothing.html',
            '%2e%2e/package.json',
          ]) {
            const response = await get(at);
            expect([at, response.status, response.headers.get('cache-control')]).toEqual([at, 404, 'no-cache']);
            expect(await response.text()).toContain('This page does not exist');
            expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
          }
        });

        test('a folder without its slash leads to the page, and none is ever listed', async () => {
          const response = await get('entries');
          expect([301, 308]).toContain(response.status);
          expect(new URL(response.headers.get('location') ?? '', server.address + base).pathname).toBe(
            `${base}entries/`,
          );
          for (const at of ['_astro/', 'schema/', 'assess/moves/']) expect((await get(at)).status).toBe(404);
        });

        test.each([
          '%E2%82%AC/..%2Fentries',
          '%2Fevil.example/..%2fentries',
          '/evil.example/%2e%2e/entries',
          '%5Cevil.example/..%2fentries',
          'entries/%0d%0aset-cookie:%20a=b/..',
        ])('%s neither redirects to another host nor injects a header', async (at) => {
          const request = http.get(server.address, { path: `${base}${at}` });
          const [response] = (await once(request, 'response')) as [http.IncomingMessage];
          response.resume();
          const address = new URL(response.headers.location ?? '', `${server.address}${base}`);
          expect(address.host).toBe(new URL(server.address).host);
          expect(response.headers['set-cookie']).toBeUndefined();
          expect((await get('')).status).toBe(200);
        });

        test('the host alone leads to the site, and a health check is answered', async () => {
          const response = await fetch(server.address, { redirect: 'manual' });
          if (base === '/') expect(response.status).toBe(200);
          else {
            expect(response.status).toBe(302);
            expect(new URL(response.headers.get('location') ?? '', server.address).pathname).toBe(base);
          }
          const health = await fetch(`${server.address}/healthz`);
          expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
        });

        test('texts are sent compressed, and are the same afterwards', async () => {
          const whole = await (await get('assess/full.json')).text();
          const response = await get('assess/full.json', { 'accept-encoding': 'gzip' });
          expect(response.headers.get('content-encoding')).toBe('gzip');
          expect(await response.text()).toBe(whole);
          if (base !== '/') return;
          const best = await get('study/', { 'accept-encoding': 'gzip, br' });
          expect(best.headers.get('content-encoding')).toBe(name === 'caddy' ? 'br' : 'gzip');
          expect(best.headers.get('content-type')).toMatch('text/html');
        });

        test('a copy that is still the same is not sent again', async () => {
          const tag = (await get('')).headers.get('etag') ?? '';
          expect(tag).not.toBe('');
          expect((await get('', { 'if-none-match': tag })).status).toBe(304);
        });
      });
    }
  });
}

test('both servers are listed, and a missing one is noticed', () => {
  expect(serverNames).toEqual(['nginx', 'caddy']);
  expect(isInstalled('no-such-server')).toBe(false);
});
