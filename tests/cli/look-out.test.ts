import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeOut } from '../../src/cli/look/out-file.ts';
import { runTrivium, spawnTrivium } from '../support/cli.ts';
import { beforeEachCall } from '../support/failing-files.ts';

let folder: string;
const into = (...parts: string[]) => path.join(folder, ...parts);
const look = (out: string) => runTrivium(['look', into('repository'), '--out', out]);
const isProposals = (text: string) => JSON.parse(text).format === 'trivium-proposals';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-look-out-'));
  mkdirSync(into('repository'));
  writeFileSync(into('repository', 'train.py'), 'import mlflow\nmlflow.autolog()\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const onUnix = test.skipIf(process.platform === 'win32');

onUnix('a pipe gets the proposals and stays a pipe', async () => {
  spawnSync('mkfifo', [into('pipe')]);
  const reader = spawn('cat', [into('pipe')]);
  let text = '';
  reader.stdout.on('data', (part) => {
    text += part;
  });
  const run = spawnTrivium(['look', into('repository'), '--out', into('pipe')]);
  await once(reader, 'close');
  expect(run.status).toBe(0);
  expect(isProposals(text)).toBe(true);
  expect(lstatSync(into('pipe')).isFIFO()).toBe(true);
});

onUnix('a device stays a device', async ({ skip }) => {
  if (spawnSync('mknod', [into('null'), 'c', '1', '3']).status !== 0) skip(); // only root makes one
  expect((await look(into('null'))).status).toBe(0);
  expect(lstatSync(into('null')).isCharacterDevice()).toBe(true);
});

test('a link stays a link, to a file that is there or not yet; in the repository, neither is looked at', async () => {
  writeFileSync(into('repository', 'found.json'), '');
  symlinkSync('repository/found.json', into('old'));
  symlinkSync(into('later.json'), into('new'));
  for (const [link, target] of [
    ['old', into('repository', 'found.json')],
    ['new', into('later.json')],
  ] as const) {
    expect(await look(into(link))).toMatchObject({ status: 0, out: expect.stringContaining('Looked at 1 file.') });
    expect(readlinkSync(into(link))).toBeTypeOf('string');
    expect(isProposals(readFileSync(target, 'utf8'))).toBe(true);
    rmSync(into('repository', 'found.json'), { force: true });
  }
});

test.each([
  { title: 'an empty name', out: '', says: 'a file after --out' },
  { title: 'a folder', out: 'repository', says: 'is a folder. Name a file.' },
  { title: 'a file of something else', out: 'mine.py', says: 'holds something other than proposals' },
])('$title is a wrong call, and nothing is touched', async ({ out, says }) => {
  writeFileSync(into('mine.py'), 'mine');
  const place = out === '' ? '' : into(out);
  expect(await look(place)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(says) });
  expect(readFileSync(into('mine.py'), 'utf8')).toBe('mine');
  expect(readdirSync(folder).toSorted()).toEqual(['mine.py', 'repository']);
});

onUnix('the file that standard output goes to is not replaced under it', () => {
  const command = '"$0" src/cli/trivium.ts look "$1" --out "$2" > "$2"';
  const run = spawnSync('sh', ['-c', command, process.execPath, into('repository'), into('text')], {
    encoding: 'utf8',
  });
  expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('where the output of this command goes') });
});

test('a file that cannot be written is named, and nothing else is', () => {
  const full = beforeEachCall(
    'writeFileSync',
    `if (String(args[0]).endsWith('.tmp')) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });`,
  );
  const out = into('found.json');
  expect(spawnTrivium(['look', into('repository'), '--out', out], '', full)).toEqual({
    status: 3,
    out: '',
    err: `Cannot write "${out}" (ENOSPC). The disk is full. Free some space, or choose another place. Nothing was written.\n`,
  });
  const nowhere = into('nowhere', 'found.json');
  expect(spawnTrivium(['look', into('repository'), '--out', nowhere])).toMatchObject({
    status: 3,
    err: expect.stringContaining(`Cannot write "${nowhere}" (ENOENT).`),
  });
});

test('a file left by a run of the same process id that was killed is not in the way', () => {
  const leftover = into(`.found.json.${process.pid}.tmp`);
  writeFileSync(leftover, 'half');
  writeOut({ path: into('found.json'), isStream: false }, '{}');
  expect(readFileSync(into('found.json'), 'utf8')).toBe('{}');
  expect(readFileSync(leftover, 'utf8')).toBe('half');
});
