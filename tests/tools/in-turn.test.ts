import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beforeEachCall } from '../support/failing-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-turn-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that does work in turn and logs when it begins and ends; it also keeps its locks in the folder. */
const worker = (work: string) => [
  '--input-type=module',
  '-e',
  `import { appendFileSync } from 'node:fs';
   import { spawnSync } from 'node:child_process';
   import { inTurn } from ${JSON.stringify(pathToFileURL('tools/in-turn.mjs').href)};
   const note = (text) => appendFileSync('log', text + '\\n');
   await inTurn('.', 'work', async () => { note('begin'); ${work}; note('end'); }, (owner) => note('waits'));`,
];
const options = () => ({ cwd: folder, env: { ...process.env, TMPDIR: folder, TEMP: folder } });
const log = () => readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n');

test('one process at a time works on a folder, and leaves no lock behind', async () => {
  const slow = worker("spawnSync(process.execPath, ['-e', ''])");
  const children = [1, 2, 3, 4].map(() => spawn(process.execPath, slow, options()));
  const ends = await Promise.all(children.map((child) => once(child, 'close')));
  expect(ends.map(([status]) => status)).toEqual([0, 0, 0, 0]);
  const acts = log().filter((act) => act !== 'waits');
  expect(acts).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end', 'begin', 'end']);
  expect(readdirSync(folder)).toEqual(['log']);
});

test('a process killed during its work blocks no other', () => {
  rmSync(path.join(folder, 'log'));
  const killed = spawnSync(process.execPath, worker("process.kill(process.pid, 'SIGKILL')"), options());
  expect(killed.signal).toBe('SIGKILL');
  expect(readdirSync(folder)).toHaveLength(2);
  expect(spawnSync(process.execPath, worker(''), options()).status).toBe(0);
  expect(log()).toEqual(['begin', 'begin', 'end']);
  expect(readdirSync(folder)).toEqual(['log']);
});

test.each([
  { title: 'is empty', text: '' },
  { title: 'names no process', text: 'nobody' },
  { title: 'names a negative number', text: '-1' },
])("a lock that $title is nobody's", ({ text }) => {
  rmSync(path.join(folder, 'log'));
  spawnSync(process.execPath, worker("process.kill(process.pid, 'SIGKILL')"), options());
  const lock = readdirSync(folder).find((name) => name.endsWith('.lock')) ?? '';
  writeFileSync(path.join(folder, lock), text);
  expect(spawnSync(process.execPath, worker(''), options()).status).toBe(0);
  expect(log()).toEqual(['begin', 'begin', 'end']);
  expect(readdirSync(folder)).toEqual(['log']);
});

test("a lock with our own id, which a killed process had before us, is nobody's", () => {
  rmSync(path.join(folder, 'log'));
  spawnSync(process.execPath, worker("process.kill(process.pid, 'SIGKILL')"), options());
  const lock = readdirSync(folder).find((name) => name.endsWith('.lock')) ?? '';
  const [type = '', flag = '', program = ''] = worker('');
  const takeOver = `import { writeFileSync } from 'node:fs'; writeFileSync('${lock}', String(process.pid));\n`;
  expect(spawnSync(process.execPath, [type, flag, takeOver + program], options()).status).toBe(0);
  expect(log()).toEqual(['begin', 'begin', 'end']);
});

test('a lock that cannot be written whole leaves nothing behind, and says what to do', () => {
  const full = beforeEachCall(
    'writeFileSync',
    "if (String(args[0]).includes('.lock')) { original(args[0], ''); throw Object.assign(new Error('full'), { code: 'ENOSPC' }); }",
  );
  const run = spawnSync(process.execPath, [...full, ...worker('')], { ...options(), encoding: 'utf8' });
  expect(run.stderr).toMatch(/cannot be written \(ENOSPC\)\. Set TMPDIR to a folder that exists and has space/);
  expect(readdirSync(folder).filter((name) => name !== 'log')).toEqual([]);
});
