import http, { type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A response of the site that the relay is about to pass on. */
export interface Passed {
  url: string;
  status: number;
  type: string;
  body: Buffer;
}
/** Answers a request instead of the relay. Returns false to let the relay pass the response on unchanged. */
export type Interference = (response: ServerResponse, passed: Passed) => boolean;

/** A server that passes on the responses of another, unless `interfere`, which may be set at any time, answers. */
export interface Relay {
  origin: string;
  interfere: Interference | undefined;
  close(): void;
}

/** Starts a relay in front of the server at an address. */
export async function openRelay(target: string): Promise<Relay> {
  const server = http.createServer(async ({ url = '/' }, response) => {
    const from = await fetch(new URL(url, target), { redirect: 'manual' });
    const type = from.headers.get('content-type') ?? '';
    const body = Buffer.from(await from.arrayBuffer());
    if (relay.interfere?.(response, { url, status: from.status, type, body })) return;
    const location = from.headers.get('location');
    response.writeHead(from.status, {
      'content-type': type,
      'cache-control': 'no-cache',
      ...(location ? { location } : {}),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const relay: Relay = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    interfere: undefined,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return relay;
}

const portalPage = '<!doctype html><html><title>Welcome</title><p>Accept the terms of this network.</p></html>';
const send = (response: ServerResponse, status: number, type: string, body: string | Buffer) =>
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body);
function redirect(response: ServerResponse, location: string): true {
  response.writeHead(302, { location }).end();
  return true;
}
const half = (body: Buffer) => body.subarray(0, body.length / 2);

/**
 * Behaviours of a network that is connected but useless. Each takes over every request. Those that answer at once come
 * first: after one that does not, the copy is used before they could do harm.
 */
export const uselessNetworks: Record<string, Interference> = {
  'a redirect of everything to a sign-in page': (response, { url }) => redirect(response, `/sign-in?to=${url}`),
  'a redirect of everything to itself': (response, { url }) => redirect(response, url),
  'a redirect of everything to another host': (response, { url }) => redirect(response, `http://portal.invalid${url}`),
  'errors of the server': (response) => {
    send(response, 503, 'text/html', '<h1>503 Service Unavailable</h1>');
    return true;
  },
  'JSON of a gateway in place of data': (response, { type, status, body }) => {
    if (type.includes('json')) send(response, 200, type, '{"error":"Sign in first."}');
    else send(response, status, type, body);
    return true;
  },
  'no answer': () => true,
  'a sign-in page in place of everything': (response) => {
    send(response, 200, 'text/html', portalPage);
    return true;
  },
  'a refusal of the network': (response) => {
    send(response, 403, 'text/html', portalPage);
    return true;
  },
  'a redirect of files to another host': (response, { url, type, status, body }) => {
    if (type.includes('html')) send(response, status, type, body);
    else redirect(response, `http://portal.invalid${url}`);
    return true;
  },
  'empty files': (response, { type, status }) => {
    send(response, status, type, '');
    return true;
  },
  'files that are cut off': (response, { type, status, body }) => {
    response.writeHead(status, { 'content-type': type, 'content-length': body.length });
    response.write(half(body), () => response.destroy());
    return true;
  },
  'files that end in the middle': (response, { type, status, body }) => {
    send(response, status, type, half(body));
    return true;
  },
  'files that stop in the middle': (response, { type, status, body }) => {
    response.writeHead(status, { 'content-type': type, 'content-length': body.length });
    response.write(half(body));
    return true;
  },
};
