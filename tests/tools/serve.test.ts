import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portHint, portProblem, readPort } from '../../tools/tasks/port.mjs';
import { requestedPath, siteServer } from '../../tools/tasks/serve.mjs';

let folder: string;
const servers: http.Server[] = [];
const ports: Record<string, number> = {};
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-serve-'));
  const site = path.join(folder, 'site');
  mkdirSync(path.join(site, 'entries'), { recursive: true });
  mkdirSync(path.join(site, 'a%b €'));
  for (const file of ['index.html', '404.html', 'entries/index.html', 'a%b €/index.html', 'entry.md'])
    writeFileSync(path.join(site, file), file);
  writeFileSync(path.join(site, '_headers'), '/*\n  X-Ours: yes\n');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  for (const base of ['/', '/sub/']) {
    const server = siteServer({ root: site, base });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ports[base] = (server.address() as AddressInfo).port;
    servers.push(server);
  }
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

/** Requests a path exactly as written, without the normalisation of a client. */
function get(target: string, base = '/', method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; location: string | undefined; ours: unknown; text: string }>(
    (resolve, reject) => {
      const request = http.request(
        { host: '127.0.0.1', port: ports[base], path: target, method, headers },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          const { location } = response.headers;
          response
            .on('error', reject)
            .on('end', () =>
              resolve({ status: response.statusCode ?? 0, location, ours: response.headers['x-ours'], text }),
            );
        },
      );
      request.on('error', reject).end();
    },
  );
}

test('only those who accept Brotli get it', async () => {
  for (const end of ['', '.br']) writeFileSync(path.join(folder, 'site', `two.md${end}`), `two${end}`);
  const sent = async (accepted: string) => (await get('/two.md', '/', 'GET', { 'accept-encoding': accepted })).text;
  for (const accepted of ['br', 'gzip, br, zstd', 'gzip;q=0.5,BR;q=0.1', 'br ; q=0.001'])
    expect(await sent(accepted), accepted).toBe('two.br');
  for (const accepted of ['br;q=0', 'gzip, br; q=0.000, zstd', 'brotli, x-br', ''])
    expect(await sent(accepted), accepted).toBe('two');
});

test('a folder redirects to its page, keeps the query, and encodes the location for a header', async () => {
  expect(await get('/entries/')).toMatchObject({ status: 200, text: 'entries/index.html', ours: 'yes' });
  expect(await get('/entries?q=label%20lag')).toMatchObject({ status: 308, location: '/entries/?q=label%20lag' });
  expect(await get('/a%25b%20%E2%82%AC')).toMatchObject({ status: 308, location: '/a%25b%20%E2%82%AC/' });
  expect(await get('/a%25b%20%E2%82%AC/')).toMatchObject({ status: 200, text: 'a%b €/index.html' });
  expect(await get('/sub/entries', '/sub/')).toMatchObject({ status: 308, location: '/sub/entries/' });
  expect(await get('/sub', '/sub/')).toMatchObject({ status: 308, location: '/sub/' });
  expect(await get('http://127.0.0.1/entries/')).toMatchObject({ status: 200 });
});

test.each([
  'http://[bad/entries?q=a%20b',
  'http://a:99999/entries?q=a%20b',
  'http://%/entries?q=a%20b#x?y',
  'HTTPS://x/entries?q=a%20b',
])('%s redirects as the same path without a host does', async (target) => {
  expect(await get(target)).toMatchObject({ status: 308, location: '/entries/?q=a%20b' });
});

test.each(['http://x', 'http://x/', 'http://x?q=1', 'http://[bad'])('%s is the first page', async (target) => {
  expect(await get(target)).toMatchObject({ status: 200, text: 'index.html' });
});

test.each([
  '/%E2%82%AC/..%2Fentries',
  '/%2Fevil.example/..%2fentries',
  '//evil.example/../entries',
  '//evil.example/%2e%2e/entries',
  '//entries',
  '/%5Cevil.example/..%2fentries',
  '/entries/%0d%0aset-cookie:%20a=b/..',
  '/entries%00',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/entries/./',
  '/entries//',
  '/_headers',
  '/entries/_headers/',
  '/%',
  '/%ff',
  'http://[bad//evil.example/',
  'http://x/../secret.txt',
  'ftp://x/entries',
  '/entry.md/x',
  `/${'x'.repeat(5000)}`,
  '*',
])('%s answers 404 with our headers and no redirect', async (target) => {
  for (const base of ['/', '/sub/']) {
    const answer = await get(base === '/' ? target : `/sub${target}`, base);
    expect(answer).toMatchObject({ status: 404, location: undefined, ours: 'yes', text: '404.html' });
  }
  expect(await get('/', '/')).toMatchObject({ status: 200 });
});

test('requestedPath(target) never lets a target reach another host or folder', () => {
  const parts = [
    '/',
    '\\',
    '.',
    '..',
    '%2f',
    '%2F',
    '%5c',
    '%2e',
    '€',
    '%E2%82%AC',
    'evil.example',
    'entries',
    ':',
    '@',
    '%',
    '%00',
    '%0a',
    '?',
    '#',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts)), (chosen) => {
      const pathname = requestedPath(`/${chosen.join('')}`);
      if (pathname === undefined) return;
      expect(pathname).toMatch(/^\/(?![/\\])/);
      expect(path.posix.normalize(pathname)).toBe(pathname);
      expect(new URL(encodeURI(pathname), 'http://ours.example').host).toBe('ours.example');
    }),
  );
});

test('other methods answer 405, and a client that disconnects does not stop the server', async () => {
  expect(await get('/', '/', 'POST')).toMatchObject({ status: 405 });
  await new Promise<void>((resolve) => {
    const socket = net.connect(ports['/'] ?? 0, '127.0.0.1', () => {
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n', () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  expect(await get('/')).toMatchObject({ status: 200 });
});

test('a failure within a request ends in status 500 or an aborted response, and the server goes on', async () => {
  const site = path.join(folder, 'broken');
  mkdirSync(path.join(site, 'page.md.br'), { recursive: true }); // a folder where a file should be
  for (const file of ['page.md', 'index.html']) writeFileSync(path.join(site, file), file);
  writeFileSync(path.join(site, '_headers'), '/\n  X-Price: 3 €\n'); // not allowed in a header
  const server = siteServer({ root: site });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  ports['broken'] = (server.address() as AddressInfo).port;
  expect(await get('/', 'broken')).toMatchObject({ status: 500, text: 'The server failed.' });
  await expect(get('/page.md', 'broken', 'GET', { 'accept-encoding': 'br' })).rejects.toThrow();
  expect(await get('/page.md', 'broken')).toMatchObject({ status: 200, text: 'page.md' });
  expect(await get('/nowhere', 'broken')).toMatchObject({ status: 404, text: 'Not found' });
});

test.each([
  { args: [], env: {}, port: 4321 },
  { args: [], env: { PORT: '8080' }, port: 8080 },
  { args: [], env: { PORT: '' }, port: 4321 },
  { args: [], env: { PORT: '8080', npm_config_port: '5000' }, port: 5000 },
  { args: ['--port', '5000'], env: { PORT: '8080', npm_config_port: '1' }, port: 5000 },
  { args: ['--port=5000'], env: {}, port: 5000 },
  { args: ['5000'], env: { npm_config_port: 'true' }, port: 5000 },
  { args: ['--port', '0'], env: {}, port: 0 },
  { args: ['--port', '65535'], env: {}, port: 65_535 },
])('readPort($args, $env) is $port', ({ args, env, port }) => {
  expect(readPort(args, env)).toEqual({ port });
});

test.each([
  { args: ['--port', 'abc'], says: '--port is "abc"; possible: a whole number from 1 to 65535' },
  { args: ['--port', '65536'], says: '--port is "65536"' },
  { args: ['--port', '-1'], says: '--port is "-1"' },
  { args: ['--port', '80.5'], says: '--port is "80.5"' },
  { args: ['--port', '1e3'], says: '--port is "1e3"' },
  { args: ['--port='], says: '--port is ""' },
  { args: ['--port'], says: '--port is ""' },
  { args: [], env: { PORT: 'http' }, says: 'PORT is "http"' },
  { args: ['--prot', '80'], says: '"--prot" is unknown. Possible: npm start -- --port 4321' },
  { args: ['80', '81'], says: '"80" is unknown' },
  { args: ['70000'], says: '--port is "70000"' },
  { args: [], env: { npm_config_port: 'true' }, says: '--port is "true"' },
  { args: ['--port', '80', 'x'], says: '"x" is unknown' },
])('readPort($args) refuses with a sentence: $says', ({ args, env = {}, says }) => {
  expect(readPort(args, env).problem).toContain(says);
});

test('portProblem() finds a port in use before the build, and says what to do', async () => {
  const taken = { port: ports['/'] ?? 0, host: '127.0.0.1' };
  expect(await portProblem(taken)).toMatch(/EADDRINUSE.*choose another port: npm start -- --port 4321$/);
  expect(await portProblem({ port: 0 })).toBeUndefined();
  expect(portHint({ code: 'EADDRINUSE' }, { port: 4321, host: '127.0.0.1' })).toContain('--port 4322');
  expect(portHint({ code: 'EACCES' }, { port: 80, host: '127.0.0.1' })).toContain('Choose a higher one');
});
