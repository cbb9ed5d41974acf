import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { headCommit } from '../../src/cli/look/git-head.ts';
import { Walk } from '../../src/cli/look/walk.ts';
import { runTrivium } from '../support/cli.ts';

let folder: string;
let repository: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-hostile-'));
  repository = path.join(folder, 'repository');
  mkdirSync(repository);
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, data: string | Uint8Array) => {
  const place = path.join(repository, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, data);
};
const code = 'import mlflow\nmlflow.autolog()\n';
const commit = '0123456789abcdef0123456789abcdef01234567';
/** Other systems refuse such names, and have no named pipes. */
const onUnix = test.skipIf(process.platform === 'win32');

onUnix('files whose paths a proposals file cannot hold are counted, and never printed or written', async () => {
  for (const name of [
    'train\r\t\u0007.py',
    'a\nb\u001b[2J/train.py',
    `${'d/'.repeat(1000)}train.py`,
    '\\train.py',
    'C:train.py',
  ])
    write(name, code);
  write('train.py', code);
  const out = path.join(folder, 'found.json');
  const run = await runTrivium(['look', repository, '--out', out]);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toContain('\n  train.py:2\n');
  expect(run.out).toContain('Looked at 1 file.\nLeft out: 5 with a path that a proposals file cannot hold.\n');
  expect(run.out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(await runTrivium(['propose', '--check', out])).toMatchObject({ status: 0, err: '' });
});

test('a repository of malicious files is looked at, and what cannot be read is named', async () => {
  const deep = 100_000;
  write('dvc.yaml', `stages: ${'['.repeat(deep)}`);
  write('a.ipynb', `{"cells":[{"cell_type":"code","source":${'['.repeat(deep)}${']'.repeat(deep)}}]}`);
  write('package.json', '{"a":'.repeat(deep));
  write('train.py', `${'mlflow.autolog() '.repeat(50_000)}\n${code}`);
  write('.gitignore', `${'[\n'.repeat(100)}${'*a'.repeat(1000)}\n[z-a]\n\\\n`);
  const run = await runTrivium(['look', repository]);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toContain('\n  train.py:3\n');
  expect(run.out).toContain('2 files could not be read as data: a.ipynb, dvc.yaml.\n');
});

test('a folder whose .gitignore cannot be followed to its end is left out and named, and no other', async () => {
  write('long/.gitignore', `${'x*y\n'.repeat(10_000)}secret.py\n`);
  write('large/.gitignore', `${'#'.repeat(1_048_576)}\nsecret.py\n`);
  write('binary/in/.gitignore', 'secret.py\n\0');
  for (const place of ['', 'long/', 'long/in/', 'large/', 'binary/in/']) write(`${place}secret.py`, code);
  const run = await runTrivium(['look', repository]);
  expect(run).toMatchObject({ status: 0, err: '' });
  expect(run.out).toContain(
    'Looked at 1 file.\nLeft out: 1 binary, 1 too large.\nLeft out as a whole: 3 folders whose .gitignore cannot be read, or has more than 10,000 lines: binary/in/.gitignore, large/.gitignore, long/.gitignore.\n',
  );
  expect(run.out).not.toContain('/secret.py');
});

onUnix('a HEAD that is a pipe, and would be read forever, gives no commit', () => {
  mkdirSync(path.join(repository, '.git'));
  execFileSync('mkfifo', [path.join(repository, '.git/HEAD')]);
  expect(headCommit(repository)).toEqual({});
});

test('the index of a pack is searched for no more commits than it has, however many it promises', () => {
  const index = Buffer.alloc(1032, Uint8Array.of(0, 1, 0, 0)); // 65,536 commits for each first byte
  index.writeUInt32BE(0xff744f63, 0);
  index.writeUInt32BE(2, 4);
  index.writeUInt32BE(0, 8); // nothing before the first byte of this id
  write('.git/HEAD', `${commit}\n`);
  write('.git/objects/pack/pack-a.idx', index);
  write('.git/objects/pack/pack-a.pack', 'PACK');
  const equals = vi.spyOn(Buffer.prototype, 'equals');
  try {
    expect(headCommit(repository)).toEqual({ commit });
    expect(equals).not.toHaveBeenCalled();
  } finally {
    equals.mockRestore();
  }
});

test('an object that inflates to more than a commit can take gives no date', () => {
  const head = Buffer.from('commit 11000000\0tree 0\ncommitter A <a@x.example> 1 +0000\n');
  write('.git/HEAD', `${commit}\n`);
  write(
    `.git/objects/${commit.slice(0, 2)}/${commit.slice(2)}`,
    deflateSync(Buffer.concat([head, Buffer.alloc(11_000_000)])),
  );
  mkdirSync(path.join(repository, '.git/objects/pack'));
  expect(headCommit(repository)).toEqual({ commit });
});

test.skipIf(process.platform !== 'linux')(
  'files of the system, which say that they are empty and may never end, are not read',
  () => {
    const files = [...new Walk('/proc/self/net').files()];
    expect(files.find(({ path: name }) => name === 'dev')).toEqual({ path: 'dev', text: '' });
  },
);
