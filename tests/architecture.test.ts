import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Rooms of src and the rooms each may import, beside itself. What is not listed here may not be imported. */
const rooms: Record<string, string[]> = {
  core: [],
  viz: ['core'],
  search: ['core'],
  i18n: [],
  load: ['core', 'i18n', 'views'],
  views: ['core', 'viz', 'i18n'],
  islands: ['core', 'search', 'viz', 'i18n', 'views'],
  components: ['core', 'viz', 'load', 'views', 'islands', 'styles'],
  layouts: ['components', 'islands', 'load', 'styles'],
  pages: ['core', 'search', 'load', 'views', 'islands', 'components', 'layouts', 'styles'],
  'content.config.ts': ['core'],
  cli: ['core', 'search', 'load'],
  styles: [],
};

/** Packages each room may import. */
const packages: Record<string, RegExp> = {
  core: /^zod(\/mini)?$/,
  viz: /^(d3|uqr)$/,
  search: /^lunr$/,
  i18n: /^$/,
  load: /^(node:.+|yaml)$/,
  views: /^preact$/,
  islands: /^(preact|zod\/mini)$/,
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
  .filter((file) => /\.(ts|tsx|astro)$/.test(file))
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
  expect(problemOf('core/report.ts', '../views/data.ts')).toEqual(['core/report.ts imports ../views/data.ts']);
  expect(problemOf('core/report.ts', 'node:fs')).toEqual(['core/report.ts imports node:fs']);
  expect(problemOf('core/report.ts', './assessment/score.ts')).toEqual([]);
});

test('only islands/browser.ts touches storage, location and history; offline.ts and forget.ts the service worker', () => {
  const touching = files.filter(
    (file) =>
      /^(core|viz|i18n|views|islands)\//.test(file) && browserOnly.test(readFileSync(path.join(src, file), 'utf8')),
  );
  expect(touching).toEqual(['islands/browser.ts', 'islands/forget.ts', 'islands/offline.ts']);
});

test('core has no clock and no chance', () => {
  const pure = files.filter((file) => /^(core|viz)\//.test(file));
  expect(
    pure.filter((file) =>
      /Date\.now|new Date\(|Math\.random|fetch\(|process\./.test(readFileSync(path.join(src, file), 'utf8')),
    ),
  ).toEqual([]);
});
