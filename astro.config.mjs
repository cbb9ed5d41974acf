import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { ahead } from './tools/ahead.mjs';
import { bill } from './tools/bill.mjs';
import { headers } from './tools/headers.mjs';
import { leanImports } from './tools/lean-imports.mjs';
import { offline } from './tools/offline.mjs';
import { sitemap } from './tools/sitemap.mjs';

/**
 * What stands in one script file. Left alone, the bundler makes a file for each set of pages that share something, down to
 * a hundred bytes, and each costs a request. What a module imports goes with it, unless a file further up has it.
 */
const files = [
  { name: 'preload-helper', test: /preload-helper/ }, // alone, for lean-imports
  {
    name: 'common',
    test: /src.(i18n|app.platform.(browser|scheduling)|app.shared.view-data|core.assessment.signal-status)/,
  },
  { name: 'base', test: /node_modules.(preact|zod)|src.(core.(model|answers.answers)|app.platform.data-files)/ },
  { name: 'scores', test: /src.(core.assessment.(rating|verdict|score)\.|app.report.report-parts)/ },
  {
    name: 'report-page',
    test: /src.(core.(report\.|report.report\.|assessment.(explain|moves|signals|stability))|app.shared.Citations|app.report.(ReportView|report-page))/,
  },
].map((file, at, all) => ({ ...file, priority: all.length - at }));

// `site` and `base` are the only two things a host decides.
export default defineConfig({
  site: process.env.SITE_URL ?? 'https://trivium.example',
  base: process.env.SITE_BASE ?? '/',
  trailingSlash: 'always',
  integrations: [mdx(), ahead(), sitemap(), headers(), offline(), bill()],
  markdown: { syntaxHighlight: false }, // Shiki writes inline styles, which the policy below forbids
  compressHTML: true, // Astro's default for JSX whitespace eats the space at line breaks in prose
  cacheDir: './.astro',
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [leanImports()],
    worker: { format: 'es' }, // a worker loads the part that it is for
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { moduleLevelDirective: false }, // one warning for each MDX file, of no use
        output: { codeSplitting: { groups: files } },
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
