// What each kind of page weighs over the wire, and what it may weigh. Read by the table of sizes and by the tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A kind of page: where one stands, and what it may cost. Sizes in KB of 1,000 bytes, brotli. */
export interface PageKind {
  kind: string;
  path: string;
  /** The whole page, with everything it loads. */
  budget: number;
  /** Its scripts alone. */
  scripts?: number;
  /** Requests until the page stands still, itself included. */
  requests: number;
  /** Elements in its document once it stands still, with a whole assessment kept. */
  elements: number;
  /** Chunks and workers that it asks for as soon as it runs; the parts of their names. */
  also?: readonly string[];
}

export const kinds: readonly PageKind[] = [
  { kind: 'home', path: '/', budget: 30, requests: 16, elements: 250 },
  { kind: 'start', path: '/assess/', budget: 45, requests: 20, elements: 250, scripts: 25, also: ['start-screen'] },
  {
    kind: 'question, quick',
    path: '/assess/quick/fast-idea-to-model/',
    budget: 45,
    requests: 20,
    elements: 200,
    scripts: 25,
    also: ['question-screen'],
  },
  {
    kind: 'question, full',
    path: '/assess/full/fast-idea-to-model/',
    budget: 45,
    requests: 20,
    elements: 200,
    scripts: 25,
    also: ['question-screen'],
  },
  {
    kind: 'stage',
    path: '/assess/full/stage/monitoring-response/',
    budget: 45,
    requests: 20,
    elements: 1500,
    scripts: 25,
    also: ['stage-screen'],
  },
  {
    kind: 'meeting',
    path: '/assess/full/meeting/fast-idea-to-model/',
    budget: 45,
    requests: 20,
    elements: 200,
    scripts: 25,
    also: ['meeting-screen'],
  },
  { kind: 'report', path: '/assess/full/report/', budget: 60, requests: 40, elements: 1500, also: ['report-page'] },
  { kind: 'opened link', path: '/open/', budget: 66, requests: 20, elements: 100, also: ['report-page', 'open-page'] },
  {
    kind: 'many teams', // with all of its worker
    path: '/teams/',
    budget: 64,
    requests: 30,
    elements: 350,
    also: ['teams-page', '/worker', 'teams-worker', 'migrate'],
  },
  { kind: 'compare', path: '/compare/', budget: 60, requests: 30, elements: 150, also: ['compare-page'] },
  { kind: 'together', path: '/together/', budget: 60, requests: 30, elements: 150, also: ['together-page'] },
  { kind: 'samples', path: '/sample/', budget: 40, requests: 16, elements: 150 },
  { kind: 'sample, start-up', path: '/sample/invoice-reader/', budget: 60, requests: 16, elements: 2200 },
  { kind: 'sample, bank', path: '/sample/card-fraud-score/', budget: 60, requests: 16, elements: 2200 },
  { kind: 'sample, ads', path: '/sample/ad-ranking/', budget: 60, requests: 16, elements: 2200 },
  { kind: 'entry', path: '/entries/long-tail-of-bugs/', budget: 28, requests: 16, elements: 700, scripts: 6 },
  { kind: 'list of entries', path: '/entries/', budget: 40, requests: 16, elements: 1300 },
  { kind: 'knowledge', path: '/knowledge/', budget: 40, requests: 16, elements: 600 },
  { kind: 'trouble', path: '/trouble/', budget: 40, requests: 16, elements: 900 },
  { kind: 'participants', path: '/study/participants/', budget: 40, requests: 16, elements: 350 },
  { kind: 'matrix', path: '/study/matrix/', budget: 40, requests: 16, elements: 4000 },
  { kind: 'method', path: '/method/', budget: 40, requests: 20, elements: 600 },
  { kind: 'answers and privacy', path: '/privacy/', budget: 40, requests: 16, elements: 200 },
  { kind: 'claims', path: '/study/claims/2022-4/', budget: 40, requests: 16, elements: 1800 },
];

const root = path.resolve('dist');
const fileOf = (url: string) => path.join(root, url.endsWith('/') ? `${url}index.html` : url);
const compressed = (file: string) => brotliCompressSync(readFileSync(file)).length;

/** Everything that a text of the site names and loads with itself: styles, scripts, preloads, imports. */
function loadedBy(file: string, also: readonly string[]): string[] {
  const text = readFileSync(file, 'utf8');
  const named = file.endsWith('.html')
    ? [...text.matchAll(/<(?:link|script)[^>]+(?:href|src)="(\/[^"]+)"/g)]
        .filter(([tag]) => !/rel="(canonical|icon|alternate)"/.test(tag))
        .map(([, url = '']) => url)
    : [...text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)].map(
        ([, url = '']) => `/${path.posix.join(path.posix.relative(root, path.dirname(file)), url)}`,
      );
  const lazy = [...text.matchAll(/import\(["'`](\.\/[^"'`]+)["'`]/g)].map(
    ([, url = '']) => `/${path.posix.join(path.posix.relative(root, path.dirname(file)), url)}`,
  );
  const workers = [...text.matchAll(/["'`](\/_astro\/worker-[\w-]+\.js)["'`]/g)].map(([, url = '']) => url);
  return [...named, ...[...lazy, ...workers].filter((url) => also.some((part) => url.includes(part)))];
}

/** All files of a page, itself first. */
function filesOf({ path: url, also = [] }: PageKind): string[] {
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file) || !existsSync(file)) return;
    files.add(file);
    if (/\.(html|js)$/.test(file)) for (const next of loadedBy(file, also)) visit(fileOf(next));
  };
  visit(fileOf(url));
  return [...files];
}

/** What a kind of page weighs: bytes over the wire, those of its scripts, and its files. Needs a build in dist. */
export function weigh(kind: PageKind): { total: number; scripts: number; files: number } {
  const files = filesOf(kind);
  const sum = (list: readonly string[]) => list.map(compressed).reduce((total, size) => total + size, 0);
  return { total: sum(files), scripts: sum(files.filter((file) => file.endsWith('.js'))), files: files.length };
}

/** Most that the first search may load, in KB. */
export const searchBudget = 80;

/** Bytes of what the first search loads, its engine and the index; and of the texts of results, which come apart. */
export function weighSearch(): { first: number; texts: number } {
  const engine = readdirSync(path.join(root, '_astro')).filter((name) =>
    /^(search-box|search-client|search-worker|worker)\b.*\.js$/.test(name),
  );
  if (engine.length === 0) throw new Error('The build has no engine of search.');
  const sizes = engine.map((name) => compressed(path.join(root, '_astro', name)));
  return {
    first: sizes.reduce((sum, size) => sum + size, compressed(path.join(root, 'search/index.json'))),
    texts: compressed(path.join(root, 'search/cards.json')),
  };
}
