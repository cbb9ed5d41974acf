import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeRange } from '../../tools/package/manifest.ts';
import { sourceFiles } from '../support/code-budget.ts';

const read = (file: string) => readFileSync(file, 'utf8');

/** Every document of the repository that people read in it. */
const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'deploy/README.md'],
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];
const code = sourceFiles('src').map(read).join('\n');

/** What a text puts between backticks. */
const quoted = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
const isDefined = (name: string) =>
  new RegExp(`(function|class|const|interface|type)\\s+${name}\\b|^\\s+(async )?${name}\\(|\\b${name}[:(]`, 'm').test(
    code,
  );

test('every file and folder that the documents name exists', () => {
  const files = documents.flatMap((document) =>
    quoted(read(document))
      .filter((name) => /^(src|tests|tools|content|deploy|docs|examples|public)\/[\w./[\]-]+$/.test(name))
      .map((name) => ({ document, name })),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(
    files.filter(({ name }) => !existsSync(name)),
    'Correct these names in the documents.',
  ).toEqual([]);
});

/** A document from one heading to another, or to its end. */
function partOf(file: string, from: string, to?: string): string {
  const text = read(file);
  return text.slice(text.indexOf(from), to === undefined ? undefined : text.indexOf(to));
}

test('every function and type in the walks and the dictionary of the code exists', () => {
  const sections = `${partOf('CONTRIBUTING.md', '## A walk', '## Words of the content')}${partOf('docs/architecture.md', '## What the walks')}`;
  const names = quoted(sections)
    .filter((name) => /^[A-Za-z.]+(\(\))?$/.test(name) && /[A-Z(]/.test(name))
    .flatMap((name) => name.replace('()', '').split('.'));
  expect(names.length).toBeGreaterThan(40);
  expect(
    names.filter((name) => !isDefined(name)),
    'src has none of these. Correct docs/architecture.md or CONTRIBUTING.md.',
  ).toEqual([]);
  expect(isDefined('noSuchFunction')).toBe(false);
});

test('README and CONTRIBUTING name the same Node as package.json', () => {
  const { engines } = JSON.parse(read('package.json'));
  const sentence = `You need npm and Node 18 or later; the toolchain runs on Node ${engines.node.replace('>=', '')} or later, and fetches it if yours is older.`;
  for (const file of ['README.md', 'CONTRIBUTING.md'])
    expect(read(file).replaceAll('\n', ' '), `Write this sentence into ${file}.`).toContain(sentence);
});

/** Where the links and pictures of a document lead, without addresses on the web. */
const linksOf = (text: string) =>
  [...text.replaceAll(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) =>
    /^https?:/.test(link) ? [] : [link.split('#')[0] ?? ''],
  );

test('every link of the documents leads to a file, and README leads to every document', () => {
  const targets = documents.flatMap((file) =>
    linksOf(read(file)).map((link) => ({ file, target: path.posix.join(path.posix.dirname(file), link) })),
  );
  expect(
    targets.filter(({ target }) => !existsSync(target)),
    'Correct these links in the documents.',
  ).toEqual([]);
  const fromReadme = targets.filter(({ file }) => file === 'README.md').map(({ target }) => target);
  expect(
    documents.filter((file) => file !== 'README.md' && !fromReadme.includes(file)),
    'Link these in README.md.',
  ).toEqual([]);
});

test('every command that the documents name exists', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  const named = documents.flatMap((document) =>
    [...read(document).matchAll(/\bnpm run (?:-s )?([a-z-]+)/g)].map(([, name = '']) => ({ document, name })),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(
    named.filter(({ name }) => !scripts.includes(name)),
    'package.json has none of these. Correct the documents.',
  ).toEqual([]);
});

test('the page on dependencies names the versions that are used', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
  const versions: Record<string, string> = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const rows = [...read('docs/dependencies.md').matchAll(/^\| (`.+`) \| ([\d.]+) \| [\d.]+ \|/gm)];
  expect(rows.length).toBeGreaterThan(3);
  for (const [, names = '', version] of rows)
    for (const name of quoted(names))
      expect(version, `Write the version of ${name} into docs/dependencies.md.`).toBe(versions[name]);
});

test('the page on the package names its file and the Node that it needs', () => {
  const text = read('docs/library.md');
  expect(text).toContain(`npm install ./trivium-${JSON.parse(read('package.json')).version}.tgz`);
  expect(text).toContain(`Node ${nodeRange.replace('>=', '')} or later`);
});
