import { spawnSync } from 'node:child_process';
import {
  cpSync,
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

/** Answers as a list of teams exports them: with the first columns of a table, or of problems.jsonl, in front. */
const exported = (...front: object[]) =>
  answers.map((each, at) => `${JSON.stringify({ ...front[at % front.length], ...each })}\n`).join('');
const exports = [
  ['teams.jsonl', exported({ team: 1, name: 'x' })],
  ['teams.jsonl', exported({ team: 'Alpha', name: 'x' })],
  ['items.jsonl', exported({ item: 'x', kind: 'practice' })],
  ['problems.jsonl', exported({ file: 'x', line: 1 })],
  ['rollup.json', JSON.stringify({ format: 'trivium-rollup', ...answers[0] })],
  ['rollup.json', `{"format": "trivium-rollup",${JSON.stringify(answers[0]).slice(1)}`],
] as const;

test.each(exports)("a team's %s with columns of ours in front is read, and never overwritten", async (name, text) => {
  const count = name === 'rollup.json' ? 1 : 3;
  write(`teams/${name}`, text);
  expect(await rollUp('teams', 'first')).toMatchObject({ status: 0, out: expect.stringContaining(`${count} team`) });
  expect((await rollUp('in', 'earlier')).status).toBe(0);
  for (const folder_ of ['empty', 'earlier']) {
    if (folder_ === 'empty') write('empty/problems.jsonl', '');
    write(`${folder_}/${name}`, text);
    const before = contentOf(folder_);
    expect(await rollUp('in', folder_)).toMatchObject({ status: 2, err: expect.stringContaining(`"${name}"`) });
    expect(contentOf(folder_)).toEqual(before);
    expect((await rollUp(folder_, `${folder_}-out`)).out).toMatch(`${count} team`);
  }
});

test("rows of ours that a team has added its answers to are the team's", async () => {
  await rollUp('in', 'earlier');
  const rows = readFileSync(into('earlier', 'teams.jsonl'), 'utf8');
  write('earlier/teams.jsonl', rows + lines);
  expect(await rollUp('in', 'earlier')).toMatchObject({ status: 2, err: expect.stringContaining('"teams.jsonl"') });
  expect(await rollUp('earlier', 'out')).toMatchObject({ status: 1, out: expect.stringContaining('3 teams') });
});

test('an empty table proves nothing about the Parquet file beside it, unless the roll-up is complete', async () => {
  write('out/problems.jsonl', '');
  write('out/teams.jsonl', '');
  write('out/teams.parquet', 'PAR1 of a team');
  expect(await rollUp()).toMatchObject({ status: 2, err: expect.stringContaining('"teams.parquet"') });
  expect(readFileSync(into('out', 'teams.parquet'), 'utf8')).toBe('PAR1 of a team');
});

test("a team's Parquet file in the place of ours is never overwritten", async () => {
  await rollUp();
  cpSync(into('out', 'items.parquet'), into('out', 'teams.parquet'));
  expect(await rollUp()).toMatchObject({ status: 2, err: expect.stringContaining('"teams.parquet"') });
});

test('a roll-up of the first version, whose answers had no column for evidence, is replaced', async () => {
  await rollUp();
  const rows = readFileSync(into('out', 'answers.jsonl'), 'utf8');
  write('out/answers.jsonl', rows.replaceAll(/,"evidence":[^}]*/g, ''));
  expect(await rollUp()).toMatchObject({ status: 0, err: '' });
  expect(readFileSync(into('out', 'answers.jsonl'), 'utf8')).toBe(rows);
});

test('a table of a roll-up without the rest of it is not read, and named', async () => {
  await rollUp('in', 'earlier');
  write('in/old/answers.jsonl', readFileSync(into('earlier', 'answers.jsonl'), 'utf8'));
  expect(await rollUp()).toMatchObject({ status: 1, out: expect.stringContaining('3 teams') });
  expect(problemsOf('out')).toEqual([
    { file: 'old/answers.jsonl', line: null, problem: expect.stringContaining('It is a table of a roll-up') },
  ]);
});

test('a folder that is a link, or a link to nowhere, is named; a link to a file that is not read is not', async () => {
  write('real/more.jsonl', exported({ note: 'x' }));
  symlinkSync('../real', into('in', 'linked'));
  symlinkSync(into('real'), into('in', 'absolute'));
  symlinkSync('../unmounted', into('in', 'gone'));
  symlinkSync('teams.jsonl', into('in', 'notes.txt'));
  expect(await rollUp()).toMatchObject({ status: 1, out: expect.stringContaining('3 teams') });
  expect(problemsOf('out').map(({ file, problem }) => [file, problem.slice(0, 13)])).toEqual(
    ['absolute', 'gone', 'linked'].map((name) => [name, 'It is a link,']),
  );
});

test('a name that is not UTF-8 is read like any other', async () => {
  const odd = (name: string) => Buffer.concat([Buffer.from(into('in/')), Buffer.from(name, 'latin1')]);
  mkdirSync(odd('t\xffams'));
  writeFileSync(odd('t\xffams/x\xff.json'), JSON.stringify({ ...answers[0], system: 'Odd' }));
  writeFileSync(odd('y\xff.jsonl'), 'no answers');
  expect(await rollUp()).toMatchObject({ status: 1, out: expect.stringContaining('4 teams') });
  expect(problemsOf('out')).toMatchObject([{ file: 'y\ufffd.jsonl', line: 1 }]);
});

test('a folder of a team is read whatever its name, and only the place of a stopped roll-up is not', async () => {
  write('in/.rollup-teams/a.json', JSON.stringify({ ...answers[0], system: 'Hidden' }));
  write('in/.rollup/process', `${process.pid} mark`);
  write('in/.rollup/teams.jsonl', 'half');
  expect(await rollUp()).toMatchObject({ status: 0, out: expect.stringContaining('4 teams') });
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
  write('in/folder.json/inside.json', JSON.stringify({ ...answers[0], system: 'Inside' }));
  symlinkSync(into('in', 'teams.jsonl'), into('in', 'link.jsonl'));
  symlinkSync('nowhere', into('in', 'lost.json'));
  symlinkSync('.', into('in', 'loop'));
  spawnSync('mkfifo', [into('in', 'pipe.json'), into('in', 'pipe.jsonl')]);
  write('in/mark.json', `\uFEFF${JSON.stringify({ ...answers[1], system: 'Mark' })}\r\n`);
  write('in/windows.ndjson', lines.replaceAll('Team', 'Windows').replaceAll('\n', '\r\n'));
  const run = await rollUp();
  expect(run).toMatchObject({ status: 1, out: expect.stringContaining('8 teams rolled up') });
  expect(problemsOf('out').map(({ file, line, problem }) => [file, line, problem.split('.')[0]])).toEqual([
    ['blank.jsonl', null, 'It is empty'],
    ['empty.json', null, 'It is empty'],
    ['folder.json', null, 'It is a folder with the name of a file'],
    ['link.jsonl', null, 'It is a link'],
    ['loop', null, 'It is a link, and is not followed'],
    ['lost.json', null, 'It is a link'],
    ['pipe.json', null, 'It is a pipe, a socket or a device'],
    ['pipe.jsonl', null, 'It is a pipe, a socket or a device'],
  ]);
});

test('the same answers count once, in whatever order and file, and the second place is named', async () => {
  const [first, second] = answers;
  write('in/teams.jsonl', lines + JSON.stringify(second));
  write('in/A.JSON', JSON.stringify({ ...first, answers: first?.answers.toReversed() }));
  write('in/other.json', JSON.stringify({ ...first, system: 'Other' }));
  expect(await rollUp()).toMatchObject({ status: 1, out: expect.stringContaining('4 teams rolled up') });
  expect(problemsOf('out')).toEqual([
    { file: 'teams.jsonl', line: 1, problem: 'It holds the same answers as A.JSON, so it counts once.' },
    { file: 'teams.jsonl', line: 4, problem: 'It holds the same answers as teams.jsonl, line 2, so it counts once.' },
  ]);
  expect(JSON.parse(readFileSync(into('out', 'rollup.json'), 'utf8')).teams).toBe(4);
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
