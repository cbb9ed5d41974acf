import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { keepClientManifest } from './tools/astro/client-manifest.mjs';
import { headers } from './tools/astro/headers.mjs';
import { modulepreload } from './tools/astro/modulepreload.mjs';
import { plainImports } from './tools/astro/plain-imports.mjs';
import { precache } from './tools/astro/precache.mjs';
import { sbom } from './tools/astro/sbom.mjs';
import { sitemap } from './tools/astro/sitemap.mjs';

/**
 * Modules that nearly every page shares are one file each, so that a page needs 9 requests for an entry and 15 for a
 * question instead of 11 and 25. What matches nothing is split by the bundler; `npm run size` and the budgets of the small
 * pages' scripts would show it at once.
 */
const sharedChunks = [
  { name: 'platform', priority: 2, test: /src.(i18n|app.platform|core.model.result)|preload-helper/ },
  {
    name: 'app',
    priority: 1,
    test: /node_modules.preact|src.(app.storage|core.(answers.(answers\.|merge)|render.file-name))/,
  },
];

// `site` and `base` are the only two things a host decides.
export default defineConfig({
  site: process.env.SITE_URL ?? 'https://trivium.example',
  base: process.env.SITE_BASE ?? '/',
  trailingSlash: 'always',
  integrations: [mdx(), modulepreload(), sitemap(), headers(), precache(), sbom()],
  markdown: { syntaxHighlight: false }, // Shiki writes inline styles, which the policy below forbids
  compressHTML: true, // Astro's default for JSX whitespace eats the space at line breaks in prose
  cacheDir: './.astro',
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [keepClientManifest(), plainImports()],
    worker: { format: 'es' }, // a worker loads the part that it is for
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { moduleLevelDirective: false }, // one warning for each MDX file, of no use
        output: { codeSplitting: { groups: sharedChunks } },
      },
    },
  },
  security: {
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types trivium', // src/app/platform/trusted-types.ts
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
      ],
    },
  },
});
