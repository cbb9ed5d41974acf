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
import { readSiteAddress, siteAddress } from './tools/astro/site-address.mjs';
import { sitemap } from './tools/astro/sitemap.mjs';

/** Matches a module whose path contains one of these; a dot stands for the separator of paths as well. */
const anyOf = (...paths) => new RegExp(paths.join('|'));

/**
 * Files of modules that several pages load: `platform` for every page, with the script of the layout, and `app` for every
 * page with answers. The others gather small modules, since each file costs a request. With them an entry needs 4
 * requests, a question 13 and a report 15. The bundler splits what matches none. If a pattern stopped matching, the script
 * budgets of the small pages would fail (`npm run size`).
 */
const sharedChunks = [
  {
    name: 'platform',
    priority: 2,
    test: anyOf(
      'src.i18n',
      'src.app.platform.(?!worker-client)', // only search and teams have a worker
      'src.app.shared.view-data',
      'src.core.model.result',
      'src.core.text.(fold|fill)',
      'preload-helper',
      'src.layouts.Page.astro',
      'src.scripts.(load-notice|page-notice|search-field)',
      'rolldown.runtime',
    ),
  },
  {
    name: 'app',
    priority: 1,
    test: anyOf(
      'node_modules.preact',
      'src.app.(storage.(?!proposals-store|draft-actions)|shared.(routes|Citations|rendering))', // few pages need these two
      'src.core.answers.(answers[.]ts|answers-element|asked-again|merge|same-system)',
      'src.core.model.(ids|pack-index|without-undefined)',
      'src.core.assessment.(rating|score|signal-status)',
      'src.core.(text|render.file-name)',
    ),
  },
  // Shared by the report, what it loads later, and the pages that compare.
  { name: 'wording', priority: 1, test: anyOf('src.core.render.wording') },
  { name: 'moves', priority: 1, test: anyOf('src.core.(assessment.(ended-decision|moves|target)|render.move-texts)') },
  // Shared by the report and what it loads later.
  {
    name: 'report-parts',
    priority: 1,
    test: anyOf(
      'src.app.report.(Fold|score-text|report-parts)',
      'src.core.(assessment.(agreement|explain|signals)|report.sheet-lines)',
    ),
  },
  {
    name: 'question-parts',
    test: anyOf('src.app.assess.question.QuestionTicks', 'src.app.shared.answer-text', 'src.viz.progress-ticks'),
  },
];

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
        output: { codeSplitting: { groups: sharedChunks } },
      },
    },
  },
});
