// While you edit, shows every change to the content: the modules that hold it are read again, and open pages reload. If the
// content has problems, the page that you look at lists them, each with its file and line.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folders of the content: the project's, and that of an overlay, if there is one. */
function contentFolders(root) {
  const { TRIVIUM_OVERLAY: overlay, CALLED_FROM: calledFrom = root } = process.env;
  return [path.join(root, 'content'), ...(overlay ? [path.resolve(calledFrom, overlay)] : [])];
}

/** Makes every environment of a server read its modules again, and open pages reload. */
function readAgain(server) {
  for (const { moduleGraph, hot } of Object.values(server.environments)) {
    moduleGraph.invalidateAll();
    hot.send({ type: 'full-reload' });
  }
}

/** Watches the content of a project for a server of Vite. */
export function watchContent(server, root) {
  const folders = contentFolders(root);
  const isContent = (file) => folders.some((folder) => file.startsWith(folder + path.sep));
  server.watcher.add(folders);
  for (const event of ['add', 'change', 'unlink'])
    server.watcher.on(event, (file) => isContent(path.resolve(root, file)) && readAgain(server));
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
