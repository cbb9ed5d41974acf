import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { quantile } from '../../tools/bench/quantile.ts';
import { codeFiles, lineCount, namedFunctions, sourceFiles, stylesheets, testFiles } from '../support/code-budget.ts';

const src = sourceFiles('src');
const code = [...src, ...sourceFiles('tools')].filter((file) => !file.endsWith('.astro'));
const functions = code.flatMap((file) => namedFunctions(file, readFileSync(file, 'utf8')));
const lengths = functions.map(({ lines }) => lines);

test('half of the functions have 6 lines or fewer, nine in ten 27 or fewer', () => {
  expect(functions.length).toBeGreaterThan(1000);
  const shorten = 'Extract named functions from the long ones.';
  expect(quantile(lengths, 0.5), shorten).toBeLessThanOrEqual(6);
  expect(quantile(lengths, 0.9), shorten).toBeLessThanOrEqual(27);
});

test('no function has more than 60 lines', () => {
  const long = functions.filter(({ lines }) => lines > 60).map(({ file, name }) => `${file} ${name}`);
  expect(long, 'Extract named functions from these.').toEqual([]);
});

test('no file of src has more than 220 lines, and no stylesheet', () => {
  const sheets = stylesheets('src');
  expect(sheets.length).toBeGreaterThan(40);
  expect(
    [...src, ...sheets].filter((file) => lineCount(file) > 220),
    'Divide these files by what they are about.',
  ).toEqual([]);
});

test('no file of tests or tools has more than 220 lines', () => {
  const files = [...['tests', 'tools'].flatMap(codeFiles), ...testFiles('src')];
  expect(files.length).toBeGreaterThan(400);
  expect(
    files.filter((file) => lineCount(file) > 220),
    'Divide these files by their topics; what several of them need goes into tests/support.',
  ).toEqual([]);
});

test('no comment is longer than a line, which the formatter does not see to', () => {
  const comment = /^\s*(\/\/|\/?\*)|\s\/\/ /;
  const long = [...src, ...sourceFiles('tools')].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > 124 && comment.test(line) ? `${file}:${index + 1}` : [])),
  );
  expect(long, 'Wrap these comments at 120 columns.').toEqual([]);
});

test('at most ten places are kept from the formatter, each with a reason', () => {
  const suppression = new RegExp(`biome-${'ignore'}(-\\w+)? format.*`, 'g');
  const comments = ['content', 'src', 'tools', 'tests']
    .flatMap(codeFiles)
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(suppression)].map(([comment]) => comment));
  expect(comments.length).toBeLessThanOrEqual(10);
  expect(
    comments.filter((comment) => !/format: \w+ \w+/.test(comment)),
    'Give the reason after the colon of each of these comments.',
  ).toEqual([]);
});

test('namedFunctions() measures functions, methods, arrows with a name, and what is inside them', () => {
  const text = [
    'export function outer() {',
    '  const inner = () => 1;',
    '  return [inner].map((call) => call());',
    '}',
    'class Store {',
    '  get size() {',
    '    return 0;',
    '  }',
    '}',
    'const table = { read: (name) => name };',
  ].join('\n');
  expect(namedFunctions('a.ts', text).map(({ name, lines }) => `${name} ${lines}`)).toEqual([
    'outer 4',
    'inner 1',
    'size 3',
    'read 1',
  ]);
});
