import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Walk } from '../../src/cli/look/walk.ts';
import { IgnoreRules } from '../../src/look/gitignore.ts';

/** Ignore files by folder, and the files of a repository. */
const ignoreFiles = {
  '': [
    '# comment',
    '*.log',
    '!keep.log',
    '/build',
    'data/*',
    '!data/small.csv',
    'deep/**/cache',
    '**/scratch/',
    'a?c.txt',
    '[xyz]ed.txt',
    '[!a-c]ange.txt',
    '\\#odd.txt',
    '\\!odd.txt',
    'trail.txt   ',
    'docs/*.md',
    '{a,b}.txt',
    'w[.txt',
    'env/',
    '[z-a].txt',
    '**/**/twice/**',
  ],
  sub: ['*.txt', '!good.txt', '/only-here', '!*.log'],
  'sub/below': ['!bad.txt'],
};
const paths = [
  'a.log',
  'keep.log',
  'x/keep.log',
  'build/a.py',
  'x/build/a.py',
  'data/big.csv',
  'data/small.csv',
  'data/in/a.csv',
  'deep/cache/a',
  'deep/1/2/cache/a',
  'scratch/a',
  'x/scratch/a',
  'x/scratch.py',
  'abc.txt',
  'ac.txt',
  'xed.txt',
  'ded.txt',
  'dange.txt',
  'bange.txt',
  '#odd.txt',
  '!odd.txt',
  'trail.txt',
  'docs/a.md',
  'docs/x/a.md',
  'a.txt',
  '{a,b}.txt',
  'w[.txt',
  'env/x.py',
  'envy/x.py',
  'sub/a.txt',
  'sub/good.txt',
  'sub/only-here',
  'sub/below/only-here',
  'sub/below/bad.txt',
  'sub/below/other.txt',
  'sub/b.log',
  '.hidden/x.py',
  'one/twice/a',
  'twice/a',
];

test('a walk sees the files that git sees, and nothing in .git', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'trivium-ignore-'));
  const write = (name: string, text: string) => {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  try {
    for (const name of paths) write(name, 'x');
    for (const [place, lines] of Object.entries(ignoreFiles)) write(path.join(place, '.gitignore'), lines.join('\n'));
    execFileSync('git', ['init', '-q', folder]);
    const list = ['-C', folder, 'ls-files', '-z', '--cached', '--others', '--exclude-per-directory=.gitignore'];
    const seenByGit = execFileSync('git', list, { encoding: 'utf8' }).split('\0').filter(Boolean).sort();
    expect([...new Walk(folder).files()].map((file) => file.path).sort()).toEqual(seenByGit);
    expect(seenByGit.length).toBeGreaterThan(12);
    expect(seenByGit.length).toBeLessThan(paths.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a line of .gitignore that would take forever is left out', () => {
  const rules = new IgnoreRules('', '*a*a*a*a*a*a*a*a*b\n*.log\n');
  expect(rules.ignores('a'.repeat(250), false)).toBe(false);
  expect(rules.ignores('x/y.log', false)).toBe(true);
});

test('a line with many stars leaves out at least what it names, and takes nothing in again', () => {
  const rules = new IgnoreRules('', 'a*b*c*d*e.txt\n*.log\n!k*e*e*p*.log\n');
  expect(rules.ignores('a1b2c3d4e.txt', false)).toBe(true);
  expect(rules.ignores('x/a1b2c3d4e.txt', false)).toBe(true);
  expect(rules.ignores('b.txt', false)).toBe(false);
  expect(rules.ignores('keep.log', false)).toBe(true);
});
