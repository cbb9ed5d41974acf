import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeEach, expect, test } from 'vitest';

// The release script in a repository of its own, with the real files that name the version.

const files = ['package.json', 'package-lock.json', 'CITATION.cff', 'docs/library.md'];
const current: string = JSON.parse(readFileSync('package.json', 'utf8')).version;
const changelog = '# Changelog\n\n## Unreleased\n\n### Added\n\n- A picture of the rooms.\n\n## 0.0.1\n\nFirst.\n';

const roots: string[] = [];
let root = '';
const at = (file: string) => path.join(root, file);
const read = (file: string) => readFileSync(at(file), 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

/** A repository with a commit, whose changelog has something to release. */
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'trivium-release-'));
  roots.push(root);
  mkdirSync(at('docs'));
  for (const file of files) copyFileSync(file, at(file));
  writeFileSync(at('CHANGELOG.md'), changelog);
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Start');
});
afterAll(() => {
  for (const each of roots) rmSync(each, { recursive: true, force: true });
});

function release(...args: string[]) {
  const who = { GIT_AUTHOR_NAME: 'Test', GIT_AUTHOR_EMAIL: 'test@example.org' };
  const env = { ...process.env, ...who, GIT_COMMITTER_NAME: 'Test', GIT_COMMITTER_EMAIL: 'test@example.org' };
  const script = path.resolve('tools/release/release.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { status, out: stdout, err: stderr };
}

test('without --write it says what it would do, and changes nothing', () => {
  const { status, out } = release('99.1.0');
  expect(status).toBe(0);
  expect(out).toContain('v99.1.0');
  expect(out).toContain('- A picture of the rooms.');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('tag')).toBe('');
  expect(git('rev-list', '--count', 'HEAD').trim()).toBe('1');
});

test('with --write every file names the version, in one commit with a tag', () => {
  expect(release('99.1.0', '--write')).toMatchObject({ status: 0, err: '' });
  expect(JSON.parse(read('package.json')).version).toBe('99.1.0');
  const lock = JSON.parse(read('package-lock.json'));
  expect([lock.version, lock.packages[''].version]).toEqual(['99.1.0', '99.1.0']);
  expect(read('CITATION.cff')).toMatch(/^version: 99\.1\.0\ndate-released: \d{4}-\d\d-\d\d$/m);
  expect(read('CHANGELOG.md')).toMatch(/## Unreleased\n\n## 99\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n### Added\n\n- A picture/);
  expect(read('docs/library.md')).not.toContain(`trivium-${current}.tgz`);
  expect(git('status', '--porcelain')).toBe('');
  expect(git('log', '-1', '--format=%s').trim()).toBe('Release 99.1.0');
  expect(git('tag', '--list', 'v99.1.0', '--format=%(contents)')).toContain(
    'Trivium 99.1.0\n\nAdded\n\n- A picture of the rooms.',
  );
  expect(git('rev-parse', 'v99.1.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
});

test.each([
  ['not a version', ['next'], '"next" is not a version'],
  ['an earlier version', ['0.0.9'], 'does not come after'],
  ['the same version', [current], 'does not come after'],
])('it refuses %s', (_, args, sentence) => {
  expect(release(...args, '--write')).toMatchObject({ status: 1, out: '', err: expect.stringContaining(sentence) });
  expect(git('status', '--porcelain')).toBe('');
});

test('--write refuses changes that no commit holds, a tag that exists, and a changelog without changes', () => {
  writeFileSync(at('notes.txt'), 'x');
  expect(release('99.1.0', '--write').err).toContain('notes.txt');
  rmSync(at('notes.txt'));
  git('tag', 'v99.1.0');
  expect(release('99.1.0', '--write').err).toContain('v99.1.0 exists already');
  writeFileSync(at('CHANGELOG.md'), changelog.replace(/### Added[\s\S]*rooms\.\n\n/, ''));
  git('commit', '--quiet', '--all', '--message', 'Forget');
  expect(release('99.2.0', '--write').err).toContain('says nothing below "## Unreleased"');
});

test('a call without a version, or with two, gets the help', () => {
  expect(release()).toMatchObject({ status: 2, out: expect.stringContaining('npm run release -- <version>') });
  expect(release('1.0.0', '2.0.0').status).toBe(2);
  expect(release('--help').status).toBe(0);
});
