import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answers, exported, lines, outputFiles, useRollUpFolders } from '../support/rollup-cases.ts';

const { into, rollUp, write, contentOf } = useRollUpFolders();

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
