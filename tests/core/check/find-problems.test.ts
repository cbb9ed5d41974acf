import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatProblems, readContent } from '../../../src/build/read-content.ts';

// Each case breaks one thing in a copy of the real content and names the problem that has to be reported for it.
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

/** The problems of the copy with one thing broken; the copy is whole again afterwards. */
function problemsWith({ file, find = '', replace = '', add }: Case): string {
  const target = path.join(folder, file);
  if (add !== undefined) {
    writeFileSync(target, add);
    const found = formatProblems(readContent(folder).problems);
    rmSync(target);
    return found;
  }
  const original = readFileSync(target, 'utf8');
  expect(original).toContain(find);
  writeFileSync(
    target,
    original.replace(find, () => replace),
  );
  const found = formatProblems(readContent(folder).problems);
  writeFileSync(target, original);
  return found;
}

test('the copy has no problems before it is broken', () => {
  expect(formatProblems(readContent(folder).problems)).toBe('');
});

test('there are at least twenty cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
});

test.each(cases)('$title', (broken) => {
  const problems = problemsWith(broken);
  expect(problems).toContain(broken.expected);
  expect(problems).toContain(`content/${broken.file}`);
});

test('all problems are listed at once', () => {
  const first = cases.find(({ file }) => file.startsWith('study/claims'));
  const second = cases.find(({ file }) => file === 'assessment/pack.yaml');
  const target = (broken: Case) => path.join(folder, broken.file);
  if (!first || !second) throw new Error('Two cases are needed.');
  const originals = [first, second].map((broken) => readFileSync(target(broken), 'utf8'));
  [first, second].forEach((broken, index) => {
    writeFileSync(
      target(broken),
      (originals[index] ?? '').replace(broken.find ?? '', () => broken.replace ?? ''),
    );
  });
  const problems = formatProblems(readContent(folder).problems);
  [first, second].forEach((broken, index) => {
    writeFileSync(target(broken), originals[index] ?? '');
  });
  expect(problems).toContain(first.expected);
  expect(problems).toContain(second.expected);
});
