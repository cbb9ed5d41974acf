import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { rollupFiles } from '../../src/cli/rollup-output.ts';
import { writeWhole } from '../../src/cli/staging.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { runTrivium } from '../support/cli.ts';
import { generateTeam } from '../support/teams.ts';

const outputFiles = rollupFiles.names;
const pack = packOf(loadKnowledgeBase());
const answers = Array.from({ length: 3 }, (_, seed) => ({ ...generateTeam(pack, seed), system: `Team ${seed}` }));
const lines = answers.map((each) => `${JSON.stringify(each)}\n`).join('');
let home: string;
let folder: string;
const into = (...parts: string[]) => path.join(folder, ...parts);
const rollUp = (from = 'in', to = 'out', ...options: string[]) =>
  runTrivium(['rollup', into(from), '--out', into(to), ...options]);
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(into(name)), { recursive: true });
  writeFileSync(into(name), text);
};
/** The files of a folder with their contents. */
const contentOf = (name: string) =>
  Object.fromEntries(readdirSync(into(name)).map((file) => [file, readFileSync(into(name, file), 'base64')]));
const problemsOf = (name: string) =>
  readFileSync(into(name, 'problems.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'trivium-output-'));
});
beforeEach(() => {
  folder = mkdtempSync(path.join(home, 'case-'));
  write('in/teams.jsonl', lines);
});
afterAll(() => rmSync(home, { recursive: true }));

test.each(outputFiles)("a team's own %s is never overwritten", async (name) => {
  write(`out/${name}`, lines);
  write('out/problems.jsonl', name === 'problems.jsonl' ? lines : '');
  const before = contentOf('out');
  expect(await rollUp()).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining(`no roll-up wrote: "${name}"`),
  });
  expect(contentOf('out')).toEqual(before);
});

test('a folder with any other file is refused; a folder with only system files counts as empty', async () => {
  write('out/notes.txt', 'mine');
  expect(await rollUp()).toMatchObject({ status: 2, err: expect.stringContaining('"notes.txt"') });
  expect(contentOf('out')).toEqual({ 'notes.txt': Buffer.from('mine').toString('base64') });
  write('other/.DS_Store', '');
  expect((await rollUp('in', 'other')).status).toBe(0);
});

test('a roll-up replaces an earlier one, and keeps other files added since', async () => {
  expect((await rollUp()).status).toBe(0);
  expect(readdirSync(into('out')).toSorted()).toEqual(outputFiles.toSorted());
  write('out/notes.txt', 'mine');
  expect((await rollUp('in', 'out', '--names', 'none')).status).toBe(0);
  expect(readdirSync(into('out')).toSorted()).toEqual(['notes.txt', 'problems.jsonl', 'rollup.json']);
});

test('an earlier roll-up in the folder is not read as input, even under another name', async () => {
  await rollUp('in', 'earlier');
  mkdirSync(into('all'));
  spawnSync('cp', ['-r', into('in'), into('earlier'), into('all')]);
  expect(await rollUp('all')).toMatchObject({ status: 0, err: '', out: expect.stringContaining('3 teams') });
  symlinkSync(into('in'), into('alias'));
  expect(await rollUp('in', 'alias/out')).toMatchObject({
    status: 2,
    err: expect.stringContaining('is inside the folder'),
  });
});

test('anything but a file of answers becomes a line in problems.jsonl, and the rest is read', async () => {
  write('in/empty.json', '');
  write('in/blank.jsonl', '\n \n\r\n');
  write('in/folder.json/inside.json', JSON.stringify(answers[0]));
  symlinkSync(into('in', 'teams.jsonl'), into('in', 'link.jsonl'));
  symlinkSync('nowhere', into('in', 'lost.json'));
  symlinkSync('.', into('in', 'loop'));
  spawnSync('mkfifo', [into('in', 'pipe.json'), into('in', 'pipe.jsonl')]);
  write('in/mark.json', `\uFEFF${JSON.stringify(answers[1])}\r\n`);
  write('in/windows.ndjson', lines.replaceAll('\n', '\r\n'));
  const run = await rollUp();
  expect(run).toMatchObject({ status: 1, out: expect.stringContaining('8 teams rolled up') });
  expect(problemsOf('out').map(({ file, line, problem }) => [file, line, problem.split('.')[0]])).toEqual([
    ['blank.jsonl', null, 'It is empty'],
    ['empty.json', null, 'It is empty'],
    ['folder.json', null, 'It is a folder with the name of a file'],
    ['link.jsonl', null, 'It is a link'],
    ['lost.json', null, 'It is a link'],
    ['pipe.json', null, 'It is a pipe, a socket or a device'],
    ['pipe.jsonl', null, 'It is a pipe, a socket or a device'],
  ]);
});

test('a path may contain characters with a meaning in a database query or a URL', async () => {
  expect(await rollUp('in', "it's [1]*?#%20")).toMatchObject({ status: 0, err: '' });
  expect(readdirSync(into("it's [1]*?#%20")).toSorted()).toEqual(outputFiles.toSorted());
});

test.each([
  { title: 'a file', to: 'in/teams.jsonl', says: 'is inside the folder that is read' },
  { title: 'a file elsewhere', to: 'file', says: 'is not a folder' },
  { title: 'a folder inside a file', to: 'file/deep/out', says: 'would be inside the file' },
])('$title as the output folder exits with 2 and a sentence', async ({ to, says }) => {
  write('file', '');
  expect(await rollUp('in', to)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(says) });
});

const diskFull = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

test('if writing fails, an earlier roll-up stays intact, and a new folder is removed', async () => {
  await rollUp();
  const before = contentOf('out');
  const failing = (to: string) =>
    writeWhole(into(to), rollupFiles, async (staging) => {
      writeFileSync(path.join(staging, 'rollup.json'), '{}');
      throw diskFull;
    });
  await expect(failing('out')).rejects.toThrow('no space left');
  expect(contentOf('out')).toEqual(before);
  await expect(failing('new/deeper')).rejects.toThrow('no space left');
  expect(existsSync(into('new'))).toBe(false);
});

/** Runs `writeWhole` in a process of its own, which sends itself a signal during the write. */
const writeAndStop = (signal: NodeJS.Signals) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { writeFileSync } from 'node:fs';
       import { rollupFiles } from ${JSON.stringify(pathToFileURL('src/cli/rollup-output.ts').href)};
       import { writeWhole } from ${JSON.stringify(pathToFileURL('src/cli/staging.ts').href)};
       await writeWhole(process.argv[1], rollupFiles, async (staging) => {
         for (const name of ${JSON.stringify(outputFiles)}) writeFileSync(staging + '/' + name, 'half');
         process.kill(process.pid, '${signal}');
         await new Promise((resolve) => setInterval(resolve, 2 ** 30));
       });`,
      into('out'),
    ],
    { encoding: 'utf8' },
  );

test('a stopped run leaves nothing behind, and says so', () => {
  expect(writeAndStop('SIGTERM')).toMatchObject({
    status: 3,
    stderr: 'The roll-up was stopped. Nothing was written.\n',
  });
  expect(existsSync(into('out'))).toBe(false);
});

test('a killed run leaves nothing that looks complete, and the next run cleans up', async () => {
  expect(writeAndStop('SIGKILL').signal).toBe('SIGKILL');
  expect(readdirSync(into('out'))).toEqual(['.rollup']);
  expect((await rollUp()).status).toBe(0);
  expect(readdirSync(into('out')).toSorted()).toEqual(outputFiles.toSorted());
});

test('a second run into the same folder is refused, and the first stays intact', async () => {
  await writeWhole(into('out'), rollupFiles, async (staging) => {
    const second = await rollUp();
    expect(second).toMatchObject({ status: 3, out: '', err: expect.stringContaining(`(process ${process.pid})`) });
    writeFileSync(path.join(staging, 'rollup.json'), 'first');
  });
  expect(readdirSync(into('out'))).toEqual(['rollup.json']);
});

test('a folder that has the name of the staging folder is never deleted', async () => {
  write('out/.rollup/mine.txt', 'mine');
  expect(await rollUp()).toMatchObject({ status: 3, err: expect.stringContaining('is in the way. Delete it') });
  expect(readFileSync(into('out', '.rollup', 'mine.txt'), 'utf8')).toBe('mine');
});
