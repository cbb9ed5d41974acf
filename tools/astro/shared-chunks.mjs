/** Modules that the bundler adds, which are in no folder. */
export const bundlerModules = ['preload-helper', 'rolldown.runtime'];

/**
 * Files of modules that several pages load; the bundler splits what matches none. `platform` is for every page, with the
 * script of the layout, and `app` for every page with answers. The others gather small modules, since each file costs a
 * request. Measured with `npm run size`, in requests and KB of a page:
 *
 *                         entry        question     report
 *     all of them          4, 17.1     14, 43.5     13, 69.5
 *     the first two        4, 17.1     14, 43.5     25, 70.8
 *     none                 9, 15.9     37, 45.7     49, 73.1
 *
 * `paths` are regular expressions; a dot stands for the separator of paths as well.
 * @type {readonly { name: string, priority: number, paths: readonly string[] }[]}
 */
export const sharedChunks = [
  {
    name: 'platform',
    priority: 2,
    paths: [
      'src.i18n',
      'src.app.platform.(?!worker-client)', // only search and teams have a worker
      'src.app.shared.view-data',
      'src.core.model.result',
      'src.core.text.fill',
      'src.core.text.fold-text',
      'src.core.text.name-of',
      'src.layouts.Page.astro',
      'src.scripts.load-notice',
      'src.scripts.page-notice',
      'src.scripts.search-field',
      ...bundlerModules,
    ],
  },
  {
    name: 'app',
    priority: 1,
    paths: [
      'node_modules.preact',
      'src.app.storage.(?!proposals-store|draft-actions)', // few pages need these two
      'src.app.shared.routes',
      'src.app.shared.Citations',
      'src.app.shared.rendering',
      'src.app.shared.report-title',
      'src.core.answers.answers.ts',
      'src.core.answers.answers-element',
      'src.core.answers.asked-again',
      'src.core.answers.merge',
      'src.core.answers.same-system',
      'src.core.model.ids',
      'src.core.model.without-undefined',
      // Pages of questions need none of these.
      'src.core.text.(?!count-words|direction|numbers|plain-letters|printable|start-of)',
    ],
  },
  // Shared by the report, what it loads later, and the pages that compare.
  {
    name: 'wording',
    priority: 1,
    paths: [
      'src.app.shared.SheetColumns',
      'src.app.shared.SheetStage',
      'src.app.shared.sheet-style',
      'src.core.assessment.comparison-groups',
      'src.core.assessment.personal-scores',
      'src.core.assessment.rating',
      'src.core.assessment.score',
      'src.core.assessment.signal-status',
      'src.core.model.hash-numbers',
      'src.core.model.pack-index',
      'src.core.render.wording',
      'src.core.text.numbers',
      'src.viz.sheet-grid',
      'src.viz.wrap-text',
    ],
  },
  {
    name: 'moves',
    priority: 1,
    paths: [
      'src.core.assessment.ended-decision',
      'src.core.assessment.moves',
      'src.core.assessment.target',
      'src.core.render.move-texts',
    ],
  },
  // Shared by the report and what it loads later. The diagnosis is here so that neither file exceeds the 14 KB that a
  // server sends before it waits for the browser: one of 14.1 KB delayed the first paint by 80 ms (Lighthouse).
  {
    name: 'report-parts',
    priority: 1,
    paths: [
      'src.app.report.Fold',
      'src.app.report.report-parts',
      'src.app.report.score-text',
      'src.core.assessment.agreement',
      'src.core.assessment.diagnosis',
      'src.core.assessment.evidence',
      'src.core.assessment.explain',
      'src.core.assessment.signals',
      'src.core.report.report-lists',
      'src.core.report.sheet-lines',
      'src.core.text.count-words',
    ],
  },
  {
    name: 'report-page',
    priority: 1,
    paths: ['src.app.assess.report-screen', 'src.app.report.report-page'],
  },
  // Before the next, which would take it along.
  {
    name: 'parse-answers',
    priority: 1,
    paths: ['src.core.answers.parse-answers', 'src.core.answers.parsed-json', 'src.core.text.(printable|start-of)'],
  },
  {
    name: 'read-answers',
    priority: 1,
    paths: ['src.core.link.(data-text|extract-code|read-answers|read-link|sound-codes)'],
  },
];

/** Matches a module whose path contains one of `paths`. */
export const anyOf = (paths) => new RegExp(paths.join('|'));
