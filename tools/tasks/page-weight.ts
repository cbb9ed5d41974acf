// The bytes of each kind of page over the wire, and its budget; for `npm run size` and for the tests.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { filesNeededBy, readClientManifest } from '../astro/client-manifest.mjs';

/** A kind of page: the path of one, and its budgets. Sizes are in KB of 1,000 bytes, compressed with brotli. */
export interface PageKind {
  kind: string;
  path: string;
  /** For the whole page, with everything it loads. */
  budget: number;
  /** For its scripts alone. */
  scripts?: number;
  /** For requests until nothing more loads, the page included. */
  requests: number;
  /** For elements in its document once nothing more loads, with a complete assessment stored. */
  elements: number;
  /** Modules of src that its script loads as soon as it runs, and that its markup does not name. */
  modules?: readonly string[];
  /** Modules that it loads in a worker as soon as it runs. */
  workerModules?: readonly string[];
}

export const kinds: readonly PageKind[] = [
  { kind: 'home', path: '/', budget: 22, requests: 6, elements: 340, scripts: 6 },
  {
    kind: 'start',
    path: '/assess/',
    budget: 45,
    requests: 20,
    elements: 250,
    scripts: 24.7,
  },
  {
    kind: 'question, quick',
    path: '/assess/quick/fast-idea-to-model/',
    budget: 45,
    requests: 20,
    elements: 200,
    scripts: 25.5,
    modules: ['src/app/assess/question/rationale.ts'],
  },
  {
    kind: 'question, full',
    path: '/assess/full/fast-idea-to-model/',
    budget: 45,
    requests: 20,
    elements: 200,
    scripts: 25.5,
    modules: ['src/app/assess/question/rationale.ts'],
  },
  {
    kind: 'stage',
    path: '/assess/full/stage/monitoring-response/',
    budget: 50,
    requests: 20,
    elements: 1500,
    scripts: 24.3,
  },
  {
    kind: 'meeting',
    path: '/assess/full/meeting/fast-idea-to-model/',
    budget: 45,
    requests: 20,
    elements: 200,
    scripts: 24.3,
  },
  {
    kind: 'report', // about 11 KB of it are what each of 255 answers says, and 72 goals
    path: '/assess/full/report/',
    budget: 69.6,
    requests: 40,
    elements: 2200,
    modules: ['src/app/report/report-page.ts', 'src/core/answers/parse-answers.ts'],
  },
  {
    kind: 'opened link',
    path: '/open/',
    budget: 76,
    requests: 30,
    elements: 100,
    modules: ['src/app/report/report-page.ts'],
  },
  {
    kind: 'many teams', // its worker included
    path: '/teams/',
    budget: 62,
    requests: 30,
    elements: 350,
    workerModules: ['worker', 'teams-worker', 'migrate'],
  },
  { kind: 'compare', path: '/compare/', budget: 52, requests: 30, elements: 150 },
  { kind: 'together', path: '/together/', budget: 52.9, requests: 30, elements: 150 },
  { kind: 'samples', path: '/sample/', budget: 40, requests: 16, elements: 150, scripts: 6 },
  { kind: 'sample, start-up', path: '/sample/invoice-reader/', budget: 60, requests: 16, elements: 2600 },
  { kind: 'sample, bank', path: '/sample/card-fraud-score/', budget: 60, requests: 16, elements: 2600 },
  { kind: 'sample, ads', path: '/sample/ad-ranking/', budget: 60, requests: 16, elements: 2600 },
  { kind: 'entry', path: '/entries/long-tail-of-bugs/', budget: 22, requests: 6, elements: 700, scripts: 6 },
  { kind: 'list of entries', path: '/entries/', budget: 40, requests: 16, elements: 1300, scripts: 8 },
  { kind: 'knowledge', path: '/knowledge/', budget: 40, requests: 16, elements: 2300, scripts: 6 },
  { kind: 'trouble', path: '/trouble/', budget: 40, requests: 16, elements: 900, scripts: 6 },
  { kind: 'participants', path: '/study/participants/', budget: 40, requests: 16, elements: 350, scripts: 6 },
  { kind: 'matrix', path: '/study/matrix/', budget: 40, requests: 16, elements: 4000, scripts: 6 },
  { kind: 'method', path: '/method/', budget: 40, requests: 20, elements: 600, scripts: 6 },
  { kind: 'answers and privacy', path: '/privacy/', budget: 40, requests: 16, elements: 200, scripts: 6 },
  { kind: 'claims', path: '/study/claims/2022-4/', budget: 40, requests: 16, elements: 1800, scripts: 6 },
];

const root = path.resolve('dist');
const scripts = path.join(root, '_astro');
const fileOf = (url: string) => path.join(root, url.endsWith('/') ? `${url}index.html` : url);
const compressed = (file: string) => brotliCompressSync(readFileSync(file)).length;

/**
 * The files of styles, scripts and preloads in the markup of a page, and the modules that it names for its entry
 * script.
 */
function filesInMarkup(page: string): string[] {
  const html = readFileSync(page, 'utf8');
  const linked = [...html.matchAll(/<(?:link|script)[^>]+(?:href|src)="(\/[^"]+)"/g)]
    .filter(([tag]) => !/rel="(canonical|icon|alternate|search)"/.test(tag))
    .map(([, url = '']) => url);
  const namedModules = /<div id="app" data-modules="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? [];
  return [...linked, ...namedModules].map(fileOf);
}

/** Files of a worker, by the modules they are named after. A worker has its own bundle, which no manifest lists. */
const workerFiles = (modules: readonly string[]): string[] =>
  readdirSync(scripts)
    .filter((name) => modules.some((module) => new RegExp(`^${module}-[\\w-]{8}\\.js$`).test(name)))
    .map((name) => path.join(scripts, name));

/** All files of a page, itself first. */
function filesOf({ path: url, modules = [], workerModules = [] }: PageKind): string[] {
  const manifest = readClientManifest();
  const page = fileOf(url);
  const inMarkup = filesInMarkup(page);
  const entries = Object.entries(manifest)
    .filter(([, { file }]) => inMarkup.includes(path.join(root, file)))
    .map(([module]) => module);
  const needed = filesNeededBy(manifest, [...entries, ...modules]).map((file) => path.join(root, file));
  return [...new Set([page, ...inMarkup, ...needed, ...workerFiles(workerModules)])];
}

/** The bytes of a kind of page over the wire, the bytes of its scripts, and its number of files. Needs a build in dist. */
export function weigh(kind: PageKind): { total: number; scripts: number; files: number } {
  const files = filesOf(kind);
  const sum = (list: readonly string[]) => list.map(compressed).reduce((total, size) => total + size, 0);
  return { total: sum(files), scripts: sum(files.filter((file) => file.endsWith('.js'))), files: files.length };
}

const everyPage = 'src/layouts/Page.astro?astro&type=script&index=0&lang.ts';

/** The budget of the first search, in KB. About 10 KB of it are what entries say for tonight and for hosted models. */
export const searchBudget = 96;

/** Bytes of what the first search loads, engine and index, and of the texts of results, which are a file of their own. */
export function weighSearch(): { first: number; texts: number } {
  const manifest = readClientManifest();
  const field = filesNeededBy(manifest, [everyPage]);
  const box = filesNeededBy(manifest, ['src/app/search/search-box.ts']).filter((file) => !field.includes(file));
  const engine = [...box.map((file) => path.join(root, file)), ...workerFiles(['worker', 'search-worker'])];
  return {
    first: engine.map(compressed).reduce((sum, size) => sum + size, compressed(path.join(root, 'search/index.json'))),
    texts: compressed(path.join(root, 'search/cards.json')),
  };
}
