import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answers, exported, lines, useRollUpFolders } from '../support/rollup-cases.ts';

const { into, rollUp, write, problemsOf } = useRollUpFolders();

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
