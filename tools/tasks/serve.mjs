// Serves a built site on 127.0.0.1 as a static host would: _headers, 404.html and slashes, without dependencies.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { defaultPort, portHint, readPort } from './port.mjs';

/** The type of each kind of file. */
export const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
};

/** Reads a _headers file, which has path patterns on lines of their own and their headers indented below. */
export function readHeaderRules(file) {
  if (!existsSync(file)) return [];
  /** @type {{ pattern: RegExp, headers: [string, string][] }[]} */
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/^[^\s#]/.test(line)) {
      const pattern = line
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    } else if (line.includes(':')) {
      const colon = line.indexOf(':');
      rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/** The target of a request without the host, which proxies add, whatever that is: an address without a path means "/". */
const withoutHost = (target) => target.replace(/^https?:\/\/[^/?#]*\/?/i, '/');

/** The query of a target with its "?", encoded for a header. */
const queryOf = (target) => new URL(/\?[^#]*/.exec(target)?.[0] ?? '', 'http://127.0.0.1').search;

/**
 * The decoded path of a request; undefined if none of our pages could have it. Accepts only plain paths: the names
 * between slashes must not be empty, `.` or `..`, so that a path can reach neither a file outside the site nor another
 * host.
 */
export function requestedPath(target) {
  try {
    const pathname = decodeURIComponent(withoutHost(target).replace(/[?#].*$/s, ''));
    const names = pathname.replace(/\/$/, '').split('/').slice(1);
    const isPlain = names.every((name) => !/^\.{0,2}$|[\\\p{Cc}]/u.test(name));
    return pathname.startsWith('/') && isPlain ? pathname : undefined;
  } catch {
    return undefined; // an invalid "%" sequence
  }
}

/** A redirect to a path of this site. Encodes the address, because headers allow only certain characters. */
const redirect = (pathname) => ({ status: 308, location: pathname.split('/').map(encodeURIComponent).join('/') });

/** The answer to a path: a file, a redirect, or the 404 page; never a file outside the site. */
function resolvePath({ root, base }, pathname) {
  const notFound = { status: 404, file: path.join(root, '404.html') };
  if (pathname === undefined) return notFound;
  if (!pathname.startsWith(base)) return `${pathname}/` === base ? redirect(base) : notFound;
  const file = path.join(root, pathname.slice(base.length - 1));
  if (!existsSync(file) || path.basename(file) === '_headers') return notFound;
  if (!statSync(file).isDirectory()) return { status: 200, file };
  if (!pathname.endsWith('/')) return redirect(`${pathname}/`);
  const index = path.join(file, 'index.html');
  return existsSync(index) ? { status: 200, file: index } : notFound;
}

/** Whether a header Accept-Encoding names Brotli, with no weight of 0, which refuses it. */
const takesBrotli = (accepted) => /(^|,)\s*br\s*(,|$|;(?!\s*q=0(\.0*)?\s*(,|$)))/i.test(accepted);

/** Sends a file. If the file vanishes or the client disconnects, only this response ends. */
function sendFile(file, status, request, response) {
  // See compress.mjs.
  const isPrecompressed = takesBrotli(request.headers['accept-encoding'] ?? '') && existsSync(`${file}.br`);
  response.setHeader('vary', 'accept-encoding');
  if (isPrecompressed) response.setHeader('content-encoding', 'br');
  const sentFile = isPrecompressed ? `${file}.br` : file;
  response.writeHead(status, { 'content-length': statSync(sentFile).size });
  if (request.method === 'HEAD') response.end();
  else pipeline(createReadStream(sentFile), response, () => undefined);
}

function respond(site, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return response.writeHead(405, { allow: 'GET, HEAD' }).end();
  const pathname = requestedPath(request.url);
  const { status, file, location } = resolvePath(site, pathname);
  for (const { pattern, headers } of site.rules) {
    if (pattern.test(pathname ?? '/')) for (const [name, value] of headers) response.setHeader(name, value);
  }
  if (location) return response.writeHead(status, { location: location + queryOf(request.url) }).end();
  if (!existsSync(file)) return response.writeHead(404).end('Not found');
  if (status !== 200 || !response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-cache');
  response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
  return sendFile(file, status, request, response);
}

/** Answers a request. Any error leads to status 500 and never stops the server. */
function respondSafely(site, request, response) {
  try {
    respond(site, request, response);
  } catch (error) {
    process.stderr.write(`${request.method} ${JSON.stringify(request.url)}: ${error.message}\n`);
    if (response.headersSent) return response.destroy();
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('The server failed.');
  }
}

/** A server for a folder with a site built for a base path. It does not listen yet. */
export function siteServer({ root = 'dist', base = '/' } = {}) {
  const folder = path.resolve(root);
  const site = { root: folder, base, rules: readHeaderRules(path.join(folder, '_headers')) };
  return http.createServer((request, response) => respondSafely(site, request, response));
}

/**
 * Serves dist/ until the process ends, and prints the address once the server is ready. If it cannot listen on the
 * port, says what to do and exits.
 */
export function serve({ port, host = '127.0.0.1' }) {
  const server = siteServer();
  return new Promise((resolve) => {
    server.on('error', (error) => {
      process.stderr.write(`${portHint(error, { port, host })}\n`);
      process.exit(1);
    });
    server.listen(port, host, () => {
      process.stdout.write(`\nTrivium is ready: http://${host}:${server.address().port}/   (Ctrl+C stops it)\n`);
      resolve(server);
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port, problem } = readPort(['--port', process.argv[2] ?? String(defaultPort)], {});
  if (problem !== undefined) process.stderr.write(`${problem}\n`);
  if (port === undefined) process.exit(1);
  await serve({ port });
}
