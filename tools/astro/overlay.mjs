// Gives a site with an overlay its colours and its pictures.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { overlayFolder, overlayThemeSheet } from '../../src/build/overlay.ts';
import { pictureNames } from '../../src/core/overlay/picture-names.ts';
import { types } from '../tasks/serve.mjs';

/** Appends the theme, as it is now, to the sheet with all colours, so that pages need no further request. */
const theme = {
  name: 'overlay-theme',
  enforce: 'pre',
  transform: (code, id) =>
    /[\\/]styles[\\/]tokens\.css$/.test(id.split('?')[0]) ? code + overlayThemeSheet() : undefined,
};

/** The pictures that an overlay has, each with its file. */
const picturesOf = ({ path: folder }) =>
  pictureNames
    .map((name) => ({ name, file: path.join(folder, 'pictures', name) }))
    .filter(({ file }) => existsSync(file));

/** Answers requests for pictures of an overlay while you edit. Astro takes the base off `url`, not off `originalUrl`. */
const answerPictures = (folder, base) => (request, response, next) => {
  const { pathname } = new URL(request.originalUrl ?? request.url, 'http://localhost');
  const picture = picturesOf(folder).find(({ name }) => base + name === pathname);
  if (!picture) return next();
  response.setHeader('content-type', types[path.extname(picture.name)]);
  return response.end(readFileSync(picture.file));
};

/** An Astro integration without options; it does nothing without an overlay. */
export const overlay = () => {
  const folder = overlayFolder();
  if (!folder) return { name: 'overlay', hooks: {} };
  let base;
  return {
    name: 'overlay',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => updateConfig({ vite: { plugins: [theme] } }),
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(answerPictures(folder, base));
      },
      'astro:build:done': ({ dir }) => {
        for (const { name, file } of picturesOf(folder)) copyFileSync(file, path.join(fileURLToPath(dir), name));
      },
    },
  };
};
