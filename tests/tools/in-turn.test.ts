import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

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
   inTurn('.', 'work', () => { note('begin'); ${work}; note('end'); }, (owner) => note('waits'));`,
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
