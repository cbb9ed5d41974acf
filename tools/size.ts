// Prints what each kind of page weighs over the wire (brotli, everything it loads) and holds it against its budget.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Kinds of pages: where one stands, and the budget of the whole page and of its scripts, in KB of 1,000 bytes. */
const kinds = [
  { kind: 'home', path: '/', budget: 30 },
  { kind: 'start', path: '/assess/', budget: 45, scripts: 25, also: ['start-screen'] },
  { kind: 'question, quick', path: '/assess/quick/fast-idea-to-model/', budget: 45, scripts: 25, also: ['screens'] },
  { kind: 'question, full', path: '/assess/full/fast-idea-to-model/', budget: 45, scripts: 25, also: ['screens'] },
  {
    kind: 'stage',
    path: '/assess/full/stage/monitoring-response/',
    budget: 45,
    scripts: 25,
    also: ['stage-screen'],
  },
  {
    kind: 'meeting',
    path: '/assess/full/meeting/fast-idea-to-model/',
    budget: 45,
    scripts: 25,
    also: ['meeting-screen'],
  },
  { kind: 'report', path: '/assess/full/report/', budget: 60, also: ['report-page'] },
  { kind: 'opened link', path: '/open/', budget: 66, also: ['report-page', 'opened'] },
  { kind: 'many teams', path: '/teams/', budget: 60, also: ['teams-page'] },
  { kind: 'compare', path: '/compare/', budget: 60, also: ['compare-page'] },
  { kind: 'together', path: '/together/', budget: 60, also: ['together-page'] },
  { kind: 'samples', path: '/sample/', budget: 40 },
  { kind: 'sample, start-up', path: '/sample/invoice-reader/', budget: 60 },
  { kind: 'sample, bank', path: '/sample/card-fraud-score/', budget: 60 },
  { kind: 'sample, ads', path: '/sample/ad-ranking/', budget: 60 },
  { kind: 'entry', path: '/entries/long-tail-of-bugs/', budget: 28, scripts: 6 },
  { kind: 'list of entries', path: '/entries/', budget: 40 },
  { kind: 'knowledge', path: '/knowledge/', budget: 40 },
  { kind: 'trouble', path: '/trouble/', budget: 40 },
  { kind: 'claims', path: '/study/claims/2022-4/', budget: 40 },
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
  return [...named, ...lazy.filter((url) => also.some((part) => url.includes(part)))];
}

/** All files of a page, itself first. */
function filesOf(url: string, also: readonly string[]): string[] {
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file) || !existsSync(file)) return;
    files.add(file);
    if (/\.(html|js)$/.test(file)) for (const next of loadedBy(file, also)) visit(fileOf(next));
  };
  visit(fileOf(url));
  return [...files];
}

let over = 0;
const kilo = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
process.stdout.write('whole page   budget  scripts   files  kind\n');
for (const { kind, path: url, budget, scripts, also = [] } of kinds) {
  const files = filesOf(url, also);
  const total = files.map(compressed).reduce((sum, size) => sum + size, 0);
  const code = files
    .filter((file) => file.endsWith('.js'))
    .map(compressed)
    .reduce((sum, size) => sum + size, 0);
  const bad = files.length === 1 || total > budget * 1000 || (scripts !== undefined && code > scripts * 1000);
  if (bad) over += 1;
  process.stdout.write(
    `${kilo(total)} KB   ${String(budget).padStart(3)} KB  ${kilo(code)} KB  ${String(files.length).padStart(5)}  ${kind}${bad ? '   OVER' : ''}\n`,
  );
}
/** What the first search loads: its engine, and the index without the texts of results. */
const searchBudget = 80;
const engine = readdirSync(path.join(root, '_astro')).filter((name) =>
  /^(search-box|search-engine|search-worker)\b.*\.js$/.test(name),
);
const searchSize =
  engine.map((name) => compressed(path.join(root, '_astro', name))).reduce((sum, size) => sum + size, 0) +
  compressed(path.join(root, 'search/index.json'));
if (engine.length === 0 || searchSize > searchBudget * 1000) over += 1;
process.stdout.write(
  `${kilo(searchSize)} KB   ${String(searchBudget).padStart(3)} KB  first search: engine and index (texts of results apart: ${kilo(compressed(path.join(root, 'search/cards.json'))).trim()} KB)\n`,
);
process.exitCode = over > 0 ? 1 : 0;
