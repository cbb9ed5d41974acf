import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { stageIds, variableIds } from '../../src/core/model/ids.ts';

// `npm run new` itself: what it writes, answers and refuses. What its files hold is in new.test.ts.
const claims = [...loadKnowledgeBase().claims.keys()].slice(0, 2);
const [variable, stage] = [variableIds[1], stageIds[0]];

/** A copy of the project's content, and a way to run the command in it as npm does. */
let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'trivium-new-'));
  for (const name of ['content', 'tests/fixtures']) cpSync(name, path.join(root, name), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

function run(...args: string[]) {
  const script = path.resolve('tools/tasks/new.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

test('the command writes its files, lists them, and says what comes next', () => {
  const options = ['--kind', 'opportunity', '--variable', variable, '--stage', stage, '--claims', claims.join(',')];
  const { status, out, err } = run('entry', 'brand-new', ...options);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('  content/opportunities/brand-new.mdx\n');
  expect(out).toContain('npm run -s trivium -- check');
  expect(existsSync(path.join(root, 'content/opportunities/brand-new.mdx'))).toBe(true);
});

test.each([
  [['--help'], { status: 0, out: expect.stringContaining('npm run new -- question <id>') }],
  [['poem', 'brand-new'], { status: 2, out: '', err: expect.stringContaining('"poem" cannot be added') }],
  [['symptom'], { status: 2, err: expect.stringContaining('Name one symptom to add') }],
  [['symptom', 'x', '--shape', 'round'], { status: 2, err: expect.stringContaining('--shape') }],
])('the command answers %j', (args, expected) => {
  expect(run(...args)).toMatchObject(expected);
});

test('the command adds nothing to broken content', () => {
  writeFileSync(path.join(root, 'content/tools.yaml'), '}');
  const { status, out, err } = run('symptom', 'seen-anew', '--stage', stage, '--claims', claims.join(','));
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain('content/tools.yaml:1: This cannot be read as YAML');
  expect(existsSync(path.join(root, 'content/assessment/symptoms/seen-anew.yaml'))).toBe(false);
});
