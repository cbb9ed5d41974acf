// While you edit, shows every change to the content: the modules that hold it are read again, and open pages reload. If the
// content has problems, the page that you look at lists them, each with its file and line.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { overlayFolder } from '../../src/build/overlay.ts';

/** Makes every environment of a server read its modules again, and open pages reload. */
function readAgain(server) {
  for (const { moduleGraph, hot } of Object.values(server.environments)) {
    moduleGraph.invalidateAll();
    hot.send({ type: 'full-reload' });
  }
}

/** Lays the texts of entries over ours again: the compiler of MDX watches that copy. */
async function layTextsAgain(server) {
  try {
    const { entryTextsFolder } = await server.ssrLoadModule('/src/build/entry-texts.ts');
    entryTextsFolder();
  } catch {
    // The content has problems, and the page that reloads lists them.
  }
}

/** Watches the content of a project for a server of Vite. */
export function watchContent(server, root) {
  const overlay = overlayFolder();
  const folders = [path.join(root, 'content'), ...(overlay ? [overlay.path] : [])];
  const isContent = (file) => folders.some((folder) => file.startsWith(folder + path.sep));
  server.watcher.add(folders);
  const take = (file) => {
    if (!isContent(path.resolve(root, file))) return undefined;
    readAgain(server);
    return overlay && layTextsAgain(server);
  };
  for (const event of ['add', 'change', 'unlink']) server.watcher.on(event, take);
}

/** An Astro integration without options. */
export const liveContent = () => {
  let root;
  return {
    name: 'live-content',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => watchContent(server, root),
    },
  };
};
