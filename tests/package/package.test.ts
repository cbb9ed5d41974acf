import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportFormats } from '../../src/cli/report-formats.ts';
import type { Report } from '../../src/core/report/report.ts';
import { InstalledPackage, packageNode } from '../support/package.ts';
import { answersIn, expectVector, vectors } from '../support/vectors.ts';

// The package as others get it: packed, installed offline into an empty folder, and run there.

let installed: InstalledPackage;
beforeAll(() => {
  installed = new InstalledPackage();
});
afterAll(() => installed.remove());

const manifest = () => JSON.parse(readFileSync(path.join(installed.home, 'package.json'), 'utf8'));
const codeFiles = () => readdirSync(path.join(installed.home, 'code')).filter((file) => file.endsWith('.js'));
const text = (...parts: string[]) => readFileSync(path.join(installed.home, ...parts), 'utf8');

test('the package has at most 1 MB and installs nothing else', () => {
  expect(statSync(installed.tarball).size).toBeLessThanOrEqual(1_000_000);
  const names = readdirSync(path.join(installed.folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(names).toEqual(['trivium']);
});

test('every module that its code asks for is part of Node, bundled, or optional', () => {
  const optional = Object.keys(manifest().peerDependenciesMeta);
  const specifiers = codeFiles().flatMap((file) =>
    ts.preProcessFile(text('code', file), true, true).importedFiles.map(({ fileName }) => fileName),
  );
  const isKnown = (name: string) =>
    /^(node:|\.\/)/.test(name) || optional.some((each) => name === each || name.startsWith(`${each}/`));
  expect(specifiers.filter((name) => name.startsWith('node:')).length).toBeGreaterThan(5);
  expect(specifiers.filter((name) => !isKnown(name))).toEqual([]);
});

test('what is bundled stands in the bill of materials, with its terms', () => {
  const { components, metadata } = JSON.parse(text('sbom.json'));
  const names = components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['yaml', 'zod']));
  for (const { name, version, hashes } of components) {
    expect(hashes, name).toHaveLength(1);
    expect(text('licences.txt')).toContain(`${name} ${version}: `);
  }
  expect(metadata.component.version).toBe(manifest().version);
});

test('npx runs the command', () => {
  const { status, out } = installed.run('npx', ['--no-install', 'trivium', 'score', 'answers.json', '--format', 'md']);
  expect(status).toBe(0);
  expect(out).toMatch(/^# /);
  expect(installed.trivium(['--version']).out).toBe(`${manifest().version}\n`);
});

/** The reports of all worked examples, made by the installed library in one process. */
let reports: Report[] | undefined;
function reportsOfVectors(): Report[] {
  const asked = vectors.map(([, vector]) => ({ answers: answersIn(vector), depth: vector.depth }));
  writeFileSync(path.join(installed.folder, 'vectors.json'), JSON.stringify(asked));
  return JSON.parse(
    installed.runModule(`
      import { readFileSync } from 'node:fs';
      import { pack, parseAnswers, report } from 'trivium';
      const asked = JSON.parse(readFileSync('vectors.json', 'utf8'));
      const reports = asked.map(({ answers, depth }) => report(parseAnswers(answers, pack).value, pack, depth));
      process.stdout.write(JSON.stringify(reports));`),
  );
}

test.each(
  vectors.map(([file, vector], index) => ({ file, vector, index })),
)('the worked example $file comes out the same through the import', ({ vector, index }) => {
  reports ??= reportsOfVectors();
  expectVector(reports[index] as Report, vector);
});

test.each([
  'quick',
  'full',
] as const)('the worked examples come out the same through the command, depth %s', (depth) => {
  const asked = vectors.filter(([, vector]) => vector.depth === depth);
  const input = asked.map(([, vector]) => JSON.stringify(answersIn(vector))).join('\n');
  const { status, out } = installed.trivium(['score', '-', '--depth', depth], input);
  expect(status).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(asked.length);
  for (const [index, [, vector]] of asked.entries()) expectVector(JSON.parse(lines[index] ?? ''), vector);
});

test('"require" gets the same library', () => {
  const out = installed.run(packageNode, [
    '--input-type=commonjs',
    '--eval',
    `console.log(require('trivium').pack.id)`,
  ]);
  expect(out.out).toBe('trivium-practices\n');
});

/** The examples of docs/library.md, each with what it should print. */
const examples = [
  ...readFileSync('docs/library.md', 'utf8').matchAll(/### `(\w+).*\n(?:(?!###)[\s\S])*?```js\n([\s\S]*?)```/g),
].map(([, name = '', code = '']) => ({
  name,
  code,
  printed: [...code.matchAll(/^ *console\.log\(.+\); \/\/ (.+)$/gm)].map(([, line = '']) => line),
}));

test.each(examples)('the example of $name does what docs/library.md says', ({ name, code, printed }) => {
  expect(printed.length).toBeGreaterThan(0);
  const lines = installed.runModule(code, `example-${name}.mjs`).trimEnd().split('\n');
  expect(lines).toEqual(printed);
});

test('docs/library.md has an example of every public name, and its names are all there are', () => {
  const names = installed.runModule(`console.log(Object.keys(await import('trivium')).join(' '))`).trim().split(' ');
  expect(examples.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test('docs/library.md lists every format of a report', () => {
  const [, list = ''] = /a format of `trivium score`: ([^.]+)\./.exec(readFileSync('docs/library.md', 'utf8')) ?? [];
  expect([...list.matchAll(/`(\w+)`/g)].map(([, format]) => format)).toEqual(reportFormats);
});

test('whatever is passed to parseAnswers, readAnswers, search and entryMarkdown, none of them throws', () => {
  const out = installed.runModule(`
    import { readFileSync } from 'node:fs';
    import { entryMarkdown, parseAnswers, readAnswers, search } from 'trivium';
    const answers = JSON.parse(readFileSync('answers.json', 'utf8'));
    const circle = { ...answers };
    circle.answers = [circle];
    const odd = [undefined, null, 5, 1n, Symbol('a'), () => 1, [], {}, Buffer.from('{}'), Object.create(null), circle,
      { ...answers, date: 1n }, { ...answers, date: circle }, { ...answers, get date() { throw null; } },
      new Proxy({}, { get() { throw new RangeError('no'); }, ownKeys() { throw new Error('no'); } })];
    const problems = [];
    for (const each of odd) {
      for (const result of [parseAnswers(each), await readAnswers(each), entryMarkdown(each)])
        if (result.ok || !result.problems.every((problem) => /^[^\\0]+[.]$/.test(problem))) problems.push(result);
      if (search(each).length > 0) problems.push(each);
    }
    console.log(problems);`);
  expect(out).toBe('[]\n');
});

test('formatReport() says in a sentence why there is no text', () => {
  const out = installed.runModule(`
    import { readFileSync } from 'node:fs';
    import { formatReport, parseAnswers, report } from 'trivium';
    const { value } = parseAnswers({ ...JSON.parse(readFileSync('answers.json', 'utf8')), decisions: [], review: undefined });
    for (const format of ['ics', 'pdf', undefined])
      try {
        formatReport(report(value), format, value);
      } catch (error) {
        console.log(error.message);
      }`);
  expect(out.trim().split('\n')).toEqual([
    'No move has a due date and no review is planned. Set one first.',
    expect.stringMatching(/^There is no format "pdf"; possible: json, md, /),
    expect.stringMatching(/^There is no format nothing; possible: json, md, /),
  ]);
});

const project = `
import { compare, type Answers, formatReport, pack, parseAnswers, report, search, writeLink, type Report } from 'trivium';
declare const console: { log(...values: unknown[]): void };
const parsed = parseAnswers({});
const problems: string[] = parsed.ok ? [] : parsed.problems;
const answers: Answers | undefined = parsed.ok ? parsed.value : undefined;
if (answers) {
  const made: Report = report(answers, pack, 'quick');
  const point: number | null | undefined = made.variables[0]?.point;
  const text: string = formatReport(made, 'md', answers);
  const link: Promise<{ ok: boolean }> = writeLink(answers, 'https://example.org', { notes: true });
  console.log(point, text, link, compare(answers, answers).total.change, search('x')[0]?.title);
  // @ts-expect-error there is no such depth
  report(answers, pack, 'deep');
  // @ts-expect-error a report has no such field
  made.grade;
}
// @ts-expect-error the value is there only if the result is ok
parsed.value;
console.log(problems);
`;

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('its types hold in a strict project with modules "%s", resolved as "%s"', (module, moduleResolution) => {
  const options = { strict: true, noEmit: true, exactOptionalPropertyTypes: true, skipLibCheck: false };
  const compilerOptions = { ...options, module, moduleResolution, target: 'es2023', types: [], lib: ['es2023'] };
  writeFileSync(path.join(installed.folder, 'use.ts'), project);
  writeFileSync(path.join(installed.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  const { status, out } = installed.run(process.execPath, [path.resolve('node_modules/typescript/bin/tsc'), '-p', '.']);
  expect(out).toBe('');
  expect(status).toBe(0);
});
