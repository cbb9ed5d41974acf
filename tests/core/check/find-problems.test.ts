import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  assembleContent,
  formatProblems,
  parseContent,
  parseSource,
  readContent,
} from '../../../src/build/read-content.ts';

// Each case breaks one thing in the real content and gives the problem that has to be reported.
interface Case {
  title: string;
  file: string;
  find?: string;
  replace?: string;
  /** Adds a file instead of changing one. */
  add?: string;
  line?: number;
  expected: string;
}
const cases: Case[] = parse(readFileSync('tests/fixtures/broken-content.yaml', 'utf8'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-content-'));
  cpSync('content', folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The content as it is, parsed once for all cases. */
const content = parseContent('content');

/** The problems of the content with one thing broken. */
function problemsWith({ file, find = '', replace = '', add }: Case): string {
  const original = add === undefined ? readFileSync(path.join('content', file), 'utf8') : '';
  expect(original).toContain(find);
  const broken = parseSource(file, add ?? original.replace(find, () => replace));
  const others = content.filter(({ source }) => source.path !== file);
  return formatProblems(assembleContent([...others, broken]).problems);
}

test('the copy has no problems before it is broken', () => {
  expect(formatProblems(readContent(folder).problems)).toBe('');
});

test('there are at least twenty cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
});

test.each(cases)('$title', (testCase) => {
  const problems = problemsWith(testCase);
  expect(problems).toContain(testCase.expected);
  expect(problems).toContain(`content/${testCase.file}`);
});

test('readContent lists all problems at once', () => {
  const first = cases.find(({ file }) => file.startsWith('study/claims'));
  const second = cases.find(({ file }) => file === 'assessment/pack.yaml');
  const target = ({ file }: Case) => path.join(folder, file);
  if (!first || !second) throw new Error('Two cases are needed.');
  const originals = [first, second].map((testCase) => readFileSync(target(testCase), 'utf8'));
  [first, second].forEach((testCase, index) => {
    writeFileSync(
      target(testCase),
      (originals[index] ?? '').replace(testCase.find ?? '', () => testCase.replace ?? ''),
    );
  });
  const problems = formatProblems(readContent(folder).problems);
  [first, second].forEach((testCase, index) => {
    writeFileSync(target(testCase), originals[index] ?? '');
  });
  expect(problems).toContain(first.expected);
  expect(problems).toContain(second.expected);
});
