// Serves a built site on 127.0.0.1 as a static host would: _headers, 404.html and slashes, without dependencies.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
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

/** The answer to a path: a file, a redirect, or the 404 page; never a file outside the site. */
function resolvePath({ root, base }, pathname) {
  const notFound = { status: 404, file: path.join(root, '404.html') };
  if (!pathname.startsWith(base)) return `${pathname}/` === base ? { status: 308, location: base } : notFound;
  const file = path.join(root, pathname.slice(base.length - 1));
  const isInside = file === root || file.startsWith(root + path.sep);
  if (isInside && existsSync(file)) {
    if (!statSync(file).isDirectory()) return path.basename(file) === '_headers' ? notFound : { status: 200, file };
    if (!pathname.endsWith('/')) return { status: 308, location: `${pathname}/` };
    const index = path.join(file, 'index.html');
    if (existsSync(index)) return { status: 200, file: index };
  }
  return notFound;
}

function respond(site, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return response.writeHead(405, { allow: 'GET, HEAD' }).end();
  let pathname;
  try {
    pathname = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  } catch {
    return response.writeHead(400).end();
  }
  const { status, file, location } = resolvePath(site, pathname);
  for (const { pattern, headers } of site.rules) {
    if (pattern.test(pathname)) for (const [name, value] of headers) response.setHeader(name, value);
  }
  if (location) return response.writeHead(status, { location }).end();
  if (!existsSync(file)) return response.writeHead(404).end('Not found');
  if (status !== 200 || !response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-cache');
  response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
  const isPrecompressed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && existsSync(`${file}.br`); // see compress.mjs
  if (isPrecompressed) response.setHeader('content-encoding', 'br');
  const sentFile = isPrecompressed ? `${file}.br` : file;
  response.writeHead(status, { 'content-length': statSync(sentFile).size });
  return request.method === 'HEAD' ? response.end() : createReadStream(sentFile).pipe(response);
}

/** A server for a folder with a site built for a base path. It does not listen yet. */
export function siteServer({ root = 'dist', base = '/' } = {}) {
  const folder = path.resolve(root);
  const site = { root: folder, base, rules: readHeaderRules(path.join(folder, '_headers')) };
  return http.createServer((request, response) => respond(site, request, response));
}

/** Serves dist/ until the process ends, and prints the address once it answers. If the port is taken, says so and ends. */
export function serve({ port, host = '127.0.0.1' }) {
  const server = siteServer();
  return new Promise((resolve) => {
    server.on('error', (error) => {
      const hint =
        error.code === 'EADDRINUSE'
          ? ` Something else listens there: stop it, or run npm start -- --port ${port + 1}.`
          : '';
      process.stderr.write(`Cannot serve on http://${host}:${port} (${error.code}).${hint}\n`);
      process.exit(1);
    });
    server.listen(port, host, () => {
      process.stdout.write(`\nTrivium is ready: http://${host}:${port}/   (Ctrl+C stops it)\n`);
      resolve(server);
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve({ port: Number(process.argv[2] ?? 4321) });
}
