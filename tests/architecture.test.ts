import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Rooms of src and the rooms each may import, beside itself. What is not listed here may not be imported. */
const rooms: Record<string, string[]> = {
  core: [],
  viz: ['core'],
  search: ['core'],
  i18n: [],
  build: ['core', 'search', 'i18n', 'app'],
  app: ['core', 'search', 'viz', 'i18n'],
  scripts: ['app', 'i18n'],
  components: ['core', 'viz', 'build', 'app', 'scripts', 'styles'],
  layouts: ['components', 'scripts', 'build', 'styles'],
  pages: ['core', 'search', 'build', 'app', 'scripts', 'components', 'layouts', 'styles'],
  'content.config.ts': ['core'],
  cli: ['core', 'search', 'build'],
  styles: [],
};

/** Packages each room may import. */
const packages: Record<string, RegExp> = {
  core: /^zod(\/mini)?$/,
  viz: /^(d3|uqr)$/,
  search: /^lunr$/,
  i18n: /^$/,
  build: /^(node:.+|yaml)$/,
  app: /^(preact|zod\/mini)$/,
  scripts: /^$/,
  components: /^(preact|preact-render-to-string|astro|astro:content|node:.+)$/,
  layouts: /^$/,
  pages: /^(preact|preact-render-to-string|astro|astro:content|zod|zod\/mini)$/,
  'content.config.ts': /^astro(:content|\/loaders)$/,
  cli: /^(node:.+|@duckdb\/node-api)$/,
  styles: /^$/,
};

/** What touches the world outside, and the only file of src that may. */
const browserOnly = /\b(localStorage|sessionStorage|location\.|history\.|navigator\.|document\.cookie)/;

const src = path.resolve('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.(ts|tsx|astro)$/.test(file))
  .map((file) => file.split(path.sep).join('/'));

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  return [...text.matchAll(/(?:from\s+|import\s+|import\()['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

/** The problem of one import, or nothing. */
function problemOf(file: string, specifier: string): string[] {
  const room = file.split('/')[0] ?? '';
  if (!specifier.startsWith('.')) return packages[room]?.test(specifier) ? [] : [`${file} imports ${specifier}`];
  const target = path.posix.join(path.posix.dirname(file), specifier).split('/')[0] ?? '';
  return target === room || rooms[room]?.includes(target) ? [] : [`${file} imports ${specifier}`];
}

test('src has rooms, and each imports only what it may', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((file) => !(String(file.split('/')[0]) in rooms))).toEqual([]);
  expect(files.flatMap((file) => importsOf(file).flatMap((specifier) => problemOf(file, specifier)))).toEqual([]);
});

test('the rule itself can fail', () => {
  expect(problemOf('core/report/report.ts', '../../app/worker.ts')).toEqual([
    'core/report/report.ts imports ../../app/worker.ts',
  ]);
  expect(problemOf('core/report/report.ts', 'node:fs')).toEqual(['core/report/report.ts imports node:fs']);
  expect(problemOf('core/report/report.ts', '../assessment/score.ts')).toEqual([]);
});

test('only browser.ts touches storage, location and history; offline.ts and delete-data.ts the service worker', () => {
  const touching = files.filter(
    (file) =>
      /^(core|viz|i18n|app|scripts)\//.test(file) && browserOnly.test(readFileSync(path.join(src, file), 'utf8')),
  );
  expect(touching.toSorted()).toEqual(['app/platform/browser.ts', 'scripts/delete-data.ts', 'scripts/offline.ts']);
});

test('core has no clock and no chance', () => {
  const pure = files.filter((file) => /^(core|viz)\//.test(file));
  expect(
    pure.filter((file) =>
      /Date\.now|new Date\(|Math\.random|fetch\(|process\./.test(readFileSync(path.join(src, file), 'utf8')),
    ),
  ).toEqual([]);
});
