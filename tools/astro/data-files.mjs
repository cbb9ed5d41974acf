// Makes every file that is not a page: in a build in a thread of its own, while the code is bundled and pages are rendered;
// while you edit, for each request.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setEnvironmentData, Worker } from 'node:worker_threads';
import { types } from '../tasks/serve.mjs';

/**
 * Starts the thread. `content` resolves when it has read the content, and pages of this build find that; `written` when all
 * files are written. Both reject with what went wrong in the thread.
 */
function startThread() {
  const thread = new Worker(new URL('../../src/build/data-thread.ts', import.meta.url));
  const content = Promise.withResolvers();
  const written = Promise.withResolvers();
  thread.on('message', (message) => {
    if (message.written) return written.resolve(message.written);
    setEnvironmentData(message.key, message.value);
    return content.resolve();
  });
  thread.on('error', (error) => {
    content.reject(error);
    written.reject(error);
  });
  for (const { promise } of [content, written]) promise.catch(() => undefined); // reported where it is awaited
  return { content: content.promise, written: written.promise, writeInto: (folder) => thread.postMessage(folder) };
}

/** Paths that Vite answers while you edit: modules of sources and packages. */
const modulePaths = /^\/(@|src\/|node_modules\/)/;

/** Answers requests for data files from the sources as they are now. */
const answerFrom = (server, base) => async (request, response, next) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const ending = path.extname(pathname);
  if (ending === '' || modulePaths.test(pathname)) return next();
  const { dataFiles } = await server.ssrLoadModule('/src/build/data-files.ts');
  const file = dataFiles().find((each) => base + each.path === pathname);
  if (!file) return next();
  response.setHeader('content-type', types[ending] ?? 'text/plain; charset=utf-8');
  return response.end(file.text());
};

/** An Astro integration without options. */
export const dataFiles = () => {
  let thread;
  let config;
  const waitForContent = {
    name: 'data-files',
    async writeBundle() {
      if (this.environment.name === 'client') await thread?.content; // the last moment before pages are rendered
    },
  };
  return {
    name: 'data-files',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') thread = startThread();
        updateConfig({ vite: { plugins: [waitForContent] } });
      },
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(answerFrom(server, config.base));
      },
      'astro:build:setup': () => thread.writeInto(fileURLToPath(config.outDir)), // which has just been emptied
      'astro:build:done': () => thread.written,
    },
  };
};
