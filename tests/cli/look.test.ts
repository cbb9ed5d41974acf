import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { headCommit } from '../../src/cli/look/git-head.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { readProposals } from '../../src/core/proposals/parse-proposals.ts';
import { runTrivium } from '../support/cli.ts';

const pack = packOf(loadKnowledgeBase());
let folder: string;
let repository: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@x.example', ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-01T00:30:00+02:00', GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z' },
  }).trim();
const write = (name: string, data: string | Uint8Array) => {
  mkdirSync(path.join(repository, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(repository, name), data);
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-look-'));
  repository = path.join(folder, 'repository');
  write('dvc.yaml', 'stages:\n  train:\n    cmd: python train.py\n');
  write('src/train.py', 'import mlflow\n\nmlflow.autolog()\n');
  write('notes.ipynb', JSON.stringify({ cells: [{ cell_type: 'code', source: 'x = 1\nwandb.log(x)' }] }));
  write('k8s/model.yaml', 'spec:\n  image: churn:latest\n');
  write('ignored/train.py', 'wandb.init()\n');
  write('.gitignore', 'ignored/\n');
  write('weights.bin', Uint8Array.of(1, 0, 2));
  write('large.py', `${'wandb.init()\n'.repeat(90_000)}`);
  write('broken/dvc.yaml', 'stages: {{ x }}: ]\n');
  writeFileSync(path.join(folder, 'outside.py'), 'comet_ml.Experiment()\n');
  symlinkSync('../outside.py', path.join(repository, 'link.py'));
  symlinkSync('..', path.join(repository, 'up'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('look prints file, line, what it shows and the answers it points to', async () => {
  const run = await runTrivium(['look', repository]);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toContain(
    '  src/train.py:3\n      This code logs runs to MLflow. Points to an answer from the 3rd to the 5th.\n',
  );
  expect(run.out).toContain('  notes.ipynb, cell 1, line 2\n      This code logs runs to Weights & Biases.');
  expect(run.out).toContain('  dvc.yaml:2\n');
  expect(run.out).toContain('  k8s/model.yaml:2\n      Trouble: An image is taken as "latest"');
  expect(run.out).toContain(
    'Left out: 1 binary, 1 too large, 2 links.\n1 file could not be read as data: broken/dvc.yaml.',
  );
  expect(run.out).not.toMatch(/ignored|outside|large\.py|1st answer/);
});

test('look --out writes a valid file, the same to the byte each time, and nothing else', async () => {
  const out = path.join(repository, 'proposals.json');
  await runTrivium(['look', repository, '--out', out]);
  const first = readFileSync(out, 'utf8');
  await runTrivium(['look', repository, '--out', out]);
  expect(readFileSync(out, 'utf8')).toBe(first);
  const result = readProposals(first, pack);
  expect(result).toMatchObject({ ok: true, value: { source: { kind: 'tool', name: 'trivium look' } } });
  if (result.ok) expect(result.value.items.filter(({ answer }) => answer !== undefined)).toEqual([]);
  expect(first).not.toContain('"date"');
  expect(readdirSync(repository).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(await runTrivium(['propose', '--check', out])).toMatchObject({ status: 0, err: '' });
  rmSync(out);
});

/**
 * Looks in a process of its own that gets a signal, as from Ctrl+C, when it first calls a function of the file system
 * with a path that contains `at`.
 */
function lookStopped(at: { call: 'readFileSync' | 'renameSync'; path: string }, out: string) {
  const hook = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { ${at.call}: original } = fs;
    fs.${at.call} = (file, ...rest) => {
      if (String(file).includes(${JSON.stringify(at.path)})) process.kill(process.pid, 'SIGINT');
      return original(file, ...rest);
    };
    syncBuiltinESMExports();`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  return spawnSync(process.execPath, [...preload, 'src/cli/trivium.ts', 'look', repository, '--out', out], {
    encoding: 'utf8',
  });
}

test('Ctrl+C during a look leaves nothing half-written and an earlier file as it was', async () => {
  const target = path.join(folder, 'stopped');
  mkdirSync(target);
  const out = path.join(target, 'found.json');
  const reading = { call: 'readFileSync', path: 'train.py' } as const;
  expect(lookStopped(reading, out)).toMatchObject({ signal: 'SIGINT', stdout: '' });
  expect(readdirSync(target)).toEqual([]);
  const earlier = '{"format":"trivium-proposals","version":1}';
  writeFileSync(out, earlier);
  expect(lookStopped(reading, out).signal).toBe('SIGINT');
  expect(readFileSync(out, 'utf8')).toBe(earlier);
  const writing = { call: 'renameSync', path: 'found.json' } as const;
  expect(lookStopped(writing, out)).toMatchObject({ status: 0, signal: null });
  expect(readdirSync(target)).toEqual(['found.json']);
  expect(readProposals(readFileSync(out, 'utf8'), pack).ok).toBe(true);
});

test('the date and commit are those of HEAD, loose, packed or detached', () => {
  git('init', '-q', '-b', 'main');
  expect(headCommit(repository)).toEqual({});
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  const head = { commit: git('rev-parse', 'HEAD'), date: '2026-02-28' };
  expect(headCommit(repository)).toEqual(head);
  git('gc', '-q');
  expect(headCommit(repository)).toEqual(head);
  write('.git/objects/pack/pack-0.idx', 'an index without its pack');
  expect(headCommit(repository)).toEqual(head);
  git('checkout', '-q', '--detach');
  expect(headCommit(repository)).toEqual(head);
  expect(headCommit(path.join(repository, 'src'))).toEqual({});
});

test('wrong calls and files are refused with a sentence', async () => {
  expect(await runTrivium(['look'])).toMatchObject({ status: 2, out: '' });
  const missing = await runTrivium(['look', path.join(folder, 'nowhere')]);
  expect(missing).toMatchObject({ status: 2, out: '' });
  expect(missing.err).toMatch(/^Cannot look at the folder ".*nowhere" \(ENOENT\)/);
  expect((await runTrivium(['look', path.join(folder, 'outside.py')])).status).toBe(2);
  expect(await runTrivium(['propose', 'a.json'])).toMatchObject({ status: 2, out: '' });
  const bad = path.join(folder, 'bad.json');
  writeFileSync(bad, '{"format":"trivium-proposals","version":1}');
  const run = await runTrivium(['propose', '--check', bad]);
  expect(run).toMatchObject({ status: 2, out: '' });
  expect(run.err).toContain('- source: It is missing.');
});

test('propose --check says what a file is that holds no proposals, and reads proposals in a fence', async () => {
  const file = path.join(folder, 'other');
  const check = async (content: string | Buffer) => {
    writeFileSync(file, content);
    return runTrivium(['propose', '--check', file]);
  };
  for (const [content, says] of [
    ['', 'It is empty.'],
    [Buffer.from('PK\u0003\u0004\u0001xl/workbook.xml\xff', 'latin1'), 'This is an Excel workbook, and holds'],
    ['https://trivium.example/open/#AgAAAAAAAAAAAAAAAAAA', 'This is a text or a link, and holds no proposals.'],
    ['<!doctype html><p>x', 'This is a page, and holds no proposals.'],
    ['hello', 'This is a text without a link, and holds no proposals.'],
    ['{}', '- This JSON holds no proposals of Trivium ("trivium-proposals").'],
    ['{"format":"trivium-answers","answers":[]}', '- format: Found "trivium-answers"; possible: trivium-proposals.'],
  ] as const) {
    const run = await check(content);
    expect(run).toMatchObject({ status: 2, out: '', err: expect.stringContaining(says) });
    expect(run.err.split('\n')).toHaveLength(3);
    expect(run.err).not.toMatch(/parser|schema|of type/);
  }
  const source = { kind: 'person', name: 'Ann' };
  const { id, version } = pack;
  const proposals = { format: 'trivium-proposals', version: '1', pack: { id, version }, source, items: [] };
  expect(await check(`\u200b\`\`\`json\n${JSON.stringify(proposals)}\n\`\`\`\n`)).toMatchObject({ status: 0, err: '' });
});
