import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/code-budget.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const contributing = read('CONTRIBUTING.md');
const code = sourceFiles('src').map(read).join('\n');

/** What a text puts between backticks. */
const quoted = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
const isDefined = (name: string) =>
  new RegExp(`(function|class|const|interface|type)\\s+${name}\\b|^\\s+(async )?${name}\\(|\\b${name}[:(]`, 'm').test(
    code,
  );

test('every file and folder that the documents name exists', () => {
  const files = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'deploy/README.md'].flatMap((file) =>
    quoted(read(file)).filter((name) => /^(src|tests|tools|content|deploy|public)\/[\w./[\]-]+$/.test(name)),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('every function and type in the walk and the dictionary of the code exists', () => {
  const sections = contributing.slice(
    contributing.indexOf('## A walk'),
    contributing.indexOf('## Words of the content'),
  );
  const names = quoted(sections)
    .filter((name) => /^[A-Za-z.]+(\(\))?$/.test(name) && /[A-Z(]/.test(name))
    .flatMap((name) => name.replace('()', '').split('.'));
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !isDefined(name))).toEqual([]);
  expect(isDefined('noSuchFunction')).toBe(false);
});

test('README and CONTRIBUTING name the same Node as package.json', () => {
  const { engines } = JSON.parse(read('package.json'));
  const sentence = `You need npm and Node 18 or later; the toolchain runs on Node ${engines.node.replace('>=', '')} or later, and fetches it if yours is older.`;
  for (const file of ['README.md', 'CONTRIBUTING.md']) expect(read(file).replaceAll('\n', ' ')).toContain(sentence);
});
