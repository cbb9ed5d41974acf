import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { keepClientManifest } from './tools/astro/client-manifest.mjs';
import { dataFiles } from './tools/astro/data-files.mjs';
import { headers } from './tools/astro/headers.mjs';
import { liveContent } from './tools/astro/live-content.mjs';
import { oneStylesheet } from './tools/astro/one-stylesheet.mjs';
import { overlay } from './tools/astro/overlay.mjs';
import { plainImports } from './tools/astro/plain-imports.mjs';
import { precache } from './tools/astro/precache.mjs';
import { sbom } from './tools/astro/sbom.mjs';
import { scriptLoading } from './tools/astro/script-loading.mjs';
import { anyOf, sharedChunks } from './tools/astro/shared-chunks.mjs';
import { readSiteAddress, siteAddress } from './tools/astro/site-address.mjs';
import { sitemap } from './tools/astro/sitemap.mjs';

// `site` and `base` are the only two things a host decides.
const address = readSiteAddress(process.env);

export default defineConfig({
  ...address,
  trailingSlash: 'always',
  ...(process.argv.includes('build') ? { logger: { entrypoint: './tools/astro/build-log.mjs' } } : {}),
  integrations: [
    mdx(),
    dataFiles(),
    liveContent(),
    scriptLoading(address),
    oneStylesheet(),
    sitemap(address),
    headers(address),
    overlay(),
    precache(),
    sbom(),
    siteAddress(process.env),
  ],
  markdown: { syntaxHighlight: false }, // Shiki writes inline styles, which the policy of our pages forbids
  compressHTML: true, // Astro's default for JSX whitespace eats the space at line breaks in prose
  cacheDir: process.env.TRIVIUM_OVERLAY ? './.astro/overlay-cache' : './.astro',
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [keepClientManifest(), plainImports()],
    server: { watch: { ignored: ['**/dist*/**'] } }, // builds are made and served while the server runs
    worker: { format: 'es' }, // a worker loads the part that it is for
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { moduleLevelDirective: false }, // one warning for each MDX file, of no use
        output: {
          codeSplitting: {
            groups: sharedChunks.map(({ name, priority, paths }) => ({ name, priority, test: anyOf(paths) })),
          },
        },
      },
    },
  },
});
