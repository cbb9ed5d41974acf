import http from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { freePort, start } from './program.ts';

/** Runs first on every page and reports each error, policy violation and complaint to the server. */
const listener = `{
  let leaving = false; // then the browser breaks off what it loads, which is no error
  addEventListener('beforeunload', () => { leaving = true; });
  const tell = (text) => {
    if (leaving) return;
    const request = new XMLHttpRequest();
    request.open('POST', '/told', false);
    request.send(location.pathname + ': ' + text);
  };
  addEventListener('error', ({ message, target }) => tell(message ?? 'cannot load ' + (target.src ?? target.href)), true);
  addEventListener('unhandledrejection', ({ reason }) => tell('rejected: ' + reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    tell(['policy:', violatedDirective, blockedURI, sample].join(' ')));
  for (const level of ['error', 'warn']) console[level] = (...words) => tell(level + ': ' + words.join(' '));
}`;

/** Removes what the site can do without, as in an engine that never had it. */
const poorer = `{
  for (const name of ['locks', 'clipboard', 'serviceWorker', 'share']) delete Navigator.prototype[name];
  for (const name of ['CompressionStream', 'DecompressionStream', 'Worker']) delete globalThis[name];
}`;

/** Scripts that every page loads before its own: from the site itself, as the policy allows no script in a page. */
const scripts: Record<string, string> = { '/listener.js': listener, '/poorer.js': poorer };
const load = (url: string) => `<script src="${url}"></script>`;

export interface TestSite {
  url: string;
  /** What pages have reported since the last call. */
  told(): string[];
  /** Whether pages run with only the features that the site cannot do without. */
  poor: boolean;
  /** Takes the network away, and brings it back. */
  leave(): void;
  come(): Promise<void>;
  stop(): Promise<void>;
}

/** Serves dist/ as `npm start` does, each page with a listener that tells what goes wrong in it, in any engine. */
export async function serveSite(): Promise<TestSite> {
  const behind = await freePort();
  const files = start(process.execPath, ['tools/tasks/serve.mjs', String(behind)]);
  await files.says(/ready/);
  let told: string[] = [];
  const server = http.createServer(async (request, response) => {
    const { url = '/', method = 'GET' } = request;
    if (method === 'POST') {
      told.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(204).end();
      return;
    }
    const script = scripts[url];
    if (script) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      return;
    }
    const from = await fetch(`http://127.0.0.1:${behind}${url}`, { redirect: 'manual' });
    const headers = new Headers(from.headers);
    for (const name of ['content-length', 'transfer-encoding', 'connection', 'keep-alive']) headers.delete(name);
    response.writeHead(from.status, Object.fromEntries(headers));
    const page = headers.get('content-type')?.startsWith('text/html') === true;
    const body = Buffer.from(await from.arrayBuffer());
    const first = `<head>${load('/listener.js')}${site.poor ? load('/poorer.js') : ''}`;
    response.end(page ? body.toString().replace('<head>', first) : body);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const leave = () => {
    server.close();
    server.closeAllConnections();
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const site: TestSite = {
    url: `http://127.0.0.1:${port}`,
    poor: false,
    leave,
    come: () => listen(port),
    told() {
      const all = told;
      told = [];
      return all;
    },
    async stop() {
      leave();
      await files.stop();
    },
  };
  return site;
}
