import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/**
 * Rooms of src, and the rooms whose values each may import besides itself; types may come from any room of `core` or
 * `app`. The room of a file is the longest path here that it is in. What is not listed may not be imported.
 */
const rooms: Record<string, string[]> = {
  'core/text': [],
  'core/model': ['core/text'],
  'core/answers': ['core/text', 'core/model'],
  'core/knowledge': ['core/model'],
  'core/check': ['core/text', 'core/model', 'core/answers', 'core/knowledge'],
  'core/assessment': ['core/text', 'core/model', 'core/answers'],
  'core/report': ['core/model', 'core/answers', 'core/assessment'],
  'core/rollup': ['core/model', 'core/answers', 'core/assessment'],
  'core/reliability': ['core/text', 'core/model', 'core/answers'],
  'core/proposals': ['core/text', 'core/model', 'core/answers', 'core/link'],
  'core/link': ['core/text', 'core/model', 'core/answers'],
  'core/overlay': ['core/text', 'core/model', 'core/check'],
  'core/render': ['core/text', 'core/model', 'core/answers', 'core/assessment', 'core/report'],
  'core/data': ['core/model', 'core/knowledge', 'core/render'],
  viz: ['core'],
  look: ['core'],
  search: ['core'],
  i18n: ['core/text'],
  'app/platform': ['core', 'i18n', 'app/worker.ts'],
  'app/shared': ['core', 'viz', 'i18n'],
  'app/storage': ['core', 'i18n', 'app/platform'],
  'app/proposals': ['core', 'i18n', 'app/platform', 'app/shared', 'app/storage'],
  'app/report': ['core', 'viz', 'i18n', 'app/platform', 'app/shared'],
  'app/assess': ['core', 'viz', 'i18n', 'app/platform', 'app/shared', 'app/storage', 'app/report', 'app/proposals'],
  'app/open': ['core', 'i18n', 'app/platform', 'app/shared', 'app/storage', 'app/report', 'app/proposals'],
  'app/import': ['core', 'i18n', 'app/platform', 'app/shared', 'app/storage'],
  'app/compare': ['core', 'viz', 'i18n', 'app/platform', 'app/shared', 'app/report', 'app/import'],
  'app/together': ['core', 'viz', 'i18n', 'app/platform', 'app/shared', 'app/storage', 'app/report', 'app/import'],
  'app/teams': ['core', 'viz', 'i18n', 'app/platform', 'app/shared', 'app/import'],
  'app/search': ['search', 'i18n', 'app/platform', 'app/shared'],
  'app/worker.ts': ['app/search', 'app/teams'],
  scripts: ['core/text', 'i18n', 'app/platform', 'app/search'],
  build: ['core', 'search', 'i18n', 'app'],
  components: ['core', 'viz', 'build', 'app', 'scripts', 'styles'],
  layouts: ['app', 'components', 'scripts', 'build', 'styles'],
  pages: ['core', 'search', 'build', 'app', 'scripts', 'components', 'layouts', 'styles'],
  'content.config.ts': ['core'],
  cli: ['core', 'look', 'search', 'i18n', 'build'],
  package: ['core', 'build', 'cli'],
  styles: [],
};
const roomNames = Object.keys(rooms).toSorted((a, b) => b.length - a.length);

/** Packages each room may import. */
const packages: Record<string, RegExp> = {
  core: /^zod(\/mini)?$/,
  viz: /^(d3|uqr)$/,
  look: /^(yaml|smol-toml)$/, // files of any repository as data; reading them stays in the command line
  search: /^lunr$/,
  i18n: /^$/,
  build: /^(node:.+|yaml|zod(\/mini)?)$/,
  app: /^(preact|zod\/mini)$/,
  scripts: /^$/,
  components: /^(preact|preact-render-to-string|astro|astro:content|node:.+)$/,
  layouts: /^$/,
  pages: /^(preact|preact-render-to-string|astro|astro:content|zod|zod\/mini)$/,
  'content.config.ts': /^astro(:content|\/loaders)$/,
  cli: /^(node:.+|zod|@duckdb\/node-api|@modelcontextprotocol\/server(\/stdio)?)$/,
  package: /^node:.+$/,
  styles: /^$/,
};

/** What touches the outside world, and the only file of src that may do so. */
const browserOnly = /\b(localStorage|sessionStorage|location\.|history\.|navigator\.|document\.cookie)/;

const src = path.resolve('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.(ts|tsx|astro)$/.test(file))
  .map((file) => file.split(path.sep).join('/'));

const isWithin = (file: string, room: string): boolean => file === room || file.startsWith(`${room}/`);
const roomOf = (file: string): string | undefined => roomNames.find((room) => isWithin(file, room));

interface Import {
  specifier: string;
  /** Whether it is a type: gone when the code runs. */
  isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  const statement = /(import\s+type\b[^;'"]*?from\s|typeof\s+import\(|\bfrom\s|import\(|import\s)\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(statement)].map(([, keyword = '', specifier = '']) => ({
    specifier,
    isType: /^import\s+type|^typeof/.test(keyword),
  }));
}

/** The problem of one import, or nothing. */
function problemOf(file: string, { specifier, isType }: Import): string[] {
  const room = roomOf(file) ?? '';
  const problem = [`${file} imports ${specifier}`];
  if (!specifier.startsWith('.')) return packages[room.split('/')[0] ?? '']?.test(specifier) ? [] : problem;
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*/, ''));
  const [floor = ''] = file.split('/');
  if (isWithin(target, room) || (isType && isWithin(target, floor))) return [];
  return rooms[room]?.some((allowed) => isWithin(target, allowed)) ? [] : problem;
}

test('src has rooms, and each imports only what it may', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  expect(files.flatMap((file) => importsOf(file).flatMap((each) => problemOf(file, each)))).toEqual([]);
});

test('the rule itself can fail', () => {
  const value = (file: string, specifier: string) => problemOf(file, { specifier, isType: false });
  const type = (file: string, specifier: string) => problemOf(file, { specifier, isType: true });
  expect(value('core/report/report.ts', '../../app/worker.ts')).toEqual([
    'core/report/report.ts imports ../../app/worker.ts',
  ]);
  expect(type('core/report/report.ts', '../../app/worker.ts')).toHaveLength(1);
  expect(value('core/model/pack.ts', '../report/report.ts')).toHaveLength(1);
  expect(type('core/model/pack.ts', '../report/report.ts')).toEqual([]);
  expect(value('app/report/Moves.tsx', '../compare/Slopes.tsx')).toHaveLength(1);
  expect(value('core/report/report.ts', 'node:fs')).toHaveLength(1);
  expect(value('core/report/report.ts', '../assessment/score.ts')).toEqual([]);
});

/** Files in a circle of imports that remain when the code runs. */
function filesInCircles(): string[] {
  const known = new Set(files);
  const next = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ specifier, isType }) => specifier.startsWith('.') && !isType)
        .map(({ specifier }) => path.posix.join(path.posix.dirname(file), specifier))
        .filter((target) => known.has(target)),
    ]),
  );
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    (next.get(from) ?? []).some((file) => {
      if (file === goal) return true;
      if (seen.has(file)) return false;
      seen.add(file);
      return reaches(file, goal, seen);
    });
  return files.filter((file) => reaches(file, file));
}

test('no file imports itself through others', () => {
  expect(filesInCircles()).toEqual([]);
});

test('only browser.ts touches storage, location and history; offline.ts and delete-data.ts the service worker', () => {
  const touching = files.filter(
    (file) =>
      /^(core|viz|i18n|app|scripts)\//.test(file) && browserOnly.test(readFileSync(path.join(src, file), 'utf8')),
  );
  expect(touching.toSorted()).toEqual(['app/platform/browser.ts', 'scripts/delete-data.ts', 'scripts/offline.ts']);
});

test('core has no clock and no randomness', () => {
  const pure = files.filter((file) => /^(core|viz)\//.test(file));
  expect(
    pure.filter((file) =>
      /Date\.now|new Date\(|Math\.random|fetch\(|process\./.test(readFileSync(path.join(src, file), 'utf8')),
    ),
  ).toEqual([]);
});

/** Code that reads the clock or formats a moment. */
const clock = /new Date\(|Date\.now|\.to(ISO|UTC|GMT|Time|Date|Locale\w*)String\(|DateTimeFormat|getTimezoneOffset/;

test('only browser.ts reads the clock, and only dates.ts formats days and moments', () => {
  const telling = files.filter((file) => clock.test(readFileSync(path.join(src, file), 'utf8')));
  expect(telling.toSorted()).toEqual(['app/platform/browser.ts', 'i18n/dates.ts']);
});

test('only keys.ts reads the keys of an event, except that the search box reads named keys itself', () => {
  const keyOfEvent = /\bevent\.(key|code|keyCode|which|isComposing)\b/;
  const reading = files.filter((file) => keyOfEvent.test(readFileSync(path.join(src, file), 'utf8')));
  const ofStorage = 'app/platform/browser.ts'; // storage events have a key too
  expect(reading.toSorted()).toEqual([ofStorage, 'app/platform/keys.ts', 'app/search/search-box.ts']);
});
