import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { escapePattern } from '../../src/core/text/glob.ts';

// Adds a question with its move, signal and release to a copy of the project, as CONTRIBUTING.md says.
const folders = ['content', 'tests/fixtures'];
let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'trivium-question-'));
  for (const name of folders) cpSync(name, path.join(root, name), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

/** Runs a task in the copy; its output, or what went wrong. */
function run(file: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve(file), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? stdout : `status ${status}: ${stdout}${stderr}`;
}

/** Paths of files in the copy that are not as in the project. */
const changedFiles = (): string[] =>
  folders
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !existsSync(file) || !readFileSync(file).equals(readFileSync(path.join(root, file))));

/** The files that CONTRIBUTING.md names for a new question, as patterns. */
function namedFiles(): RegExp[] {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const [, list = ''] = /new-question\.test\.ts`[^\n]*\n\n((?:- [^\n]+\n)+)/.exec(text) ?? [];
  return [...list.matchAll(/`([^`]+)`/g)].map(
    ([, name = '']) =>
      new RegExp(
        `^${name
          .split(/<[^>]+>/)
          .map(escapePattern)
          .join('[^/]+')}$`,
      ),
  );
}

test('a question with move, signal and release touches the files that CONTRIBUTING.md names, and no other', () => {
  const { claims, pack } = loadKnowledgeBase();
  const place = ['--stage', 'experimentation', '--claims', [...claims.keys()].slice(0, 2).join(',')];
  const add = (...args: string[]) => run('tools/tasks/new.ts', ...args, ...place);
  for (const said of [
    add('question', 'brand-new', '--variable', 'validation'),
    add('symptom', 'seen-anew'),
    add('signal', 'new-trouble', '--kind', 'pain-point', '--symptom', 'seen-anew', '--practice', 'brand-new'),
    run('tools/tasks/release-pack.ts'),
  ])
    expect(said).not.toMatch(/^status/);
  const [changed, named] = [changedFiles(), namedFiles()];
  expect(changed.filter((file) => !named.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(named.filter((pattern) => !changed.some((file) => pattern.test(file)))).toEqual([]);
  expect(readFileSync(path.join(root, 'content/assessment/migrations.yaml'), 'utf8')).toContain(
    `from: ${pack.version}`,
  );
});

test('a release of a version that is released already says what to do', () => {
  expect(run('tools/tasks/release-pack.ts')).toContain('Raise "version" in content/assessment/pack.yaml');
});
