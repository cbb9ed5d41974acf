// Gives a site with an overlay its colours and its pictures.
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { overlayFolder, overlayThemeSheet } from '../../src/build/overlay.ts';
import { pictureNames } from '../../src/core/overlay/picture-names.ts';

/** Appends the theme to the sheet with all colours, so that pages need no further request. */
const theme = (sheet) => ({
  name: 'overlay-theme',
  enforce: 'pre',
  transform: (code, id) => (/[\\/]styles[\\/]tokens\.css$/.test(id.split('?')[0]) ? code + sheet : undefined),
});

/** An Astro integration without options; it does nothing without an overlay. */
export const overlay = () => {
  const folder = overlayFolder();
  if (!folder) return { name: 'overlay', hooks: {} };
  return {
    name: 'overlay',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => updateConfig({ vite: { plugins: [theme(overlayThemeSheet())] } }),
      'astro:build:done': ({ dir }) => {
        for (const name of pictureNames) {
          const picture = path.join(folder.path, 'pictures', name);
          if (existsSync(picture)) copyFileSync(picture, path.join(fileURLToPath(dir), name));
        }
      },
    },
  };
};
