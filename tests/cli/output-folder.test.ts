import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { runTrivium, spawnTrivium } from '../support/cli.ts';
import { beforeEachCall } from '../support/failing-files.ts';
import { generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const team = `${JSON.stringify({ ...generateTeam(pack, 1), system: 'Team 1' })}\n`;
let home: string;
let folder: string;
const into = (...parts: string[]) => path.join(folder, ...parts);
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(into(name)), { recursive: true });
  writeFileSync(into(name), text);
};
/** The files of a folder with their contents. */
const contentOf = (name: string) =>
  Object.fromEntries(readdirSync(into(name)).map((file) => [file, readFileSync(into(name, file), 'base64')]));
const rollUp = (...nodeArgs: string[]) => spawnTrivium(['rollup', into('in'), '--out', into('out')], '', nodeArgs);
const problemsOf = (name: string) =>
  readFileSync(into(name, 'problems.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

beforeAll(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'trivium-out-')));
});
beforeEach(() => {
  folder = mkdtempSync(path.join(home, 'case-'));
  write('in/a.jsonl', team);
});
afterAll(() => rmSync(home, { recursive: true }));

test('dataset replaces an earlier one through a link, from within that folder: it may be on another file system', async () => {
  expect((await runTrivium(['dataset', into('disk', 'd')])).status).toBe(0);
  const before = contentOf('disk/d');
  symlinkSync(into('disk', 'd'), into('link'));
  const onDisk = JSON.stringify(into('disk', 'd', path.sep));
  const oneDisk = beforeEachCall('renameSync', `if (!String(args[0]).startsWith(${onDisk})) fail('EXDEV');`);
  expect(spawnTrivium(['dataset', into('link')], '', oneDisk)).toMatchObject({ status: 0, err: '' });
  expect(contentOf('disk/d')).toEqual(before);
  expect(readdirSync(folder).toSorted()).toEqual(['disk', 'in', 'link']);
});

test.each([
  { name: 'trivium.jsonl', when: 'moved away' },
  { name: 'datapackage.json', when: 'moved into place' },
])('if $name cannot be $when, every file of an earlier dataset stays', async ({ name, when }) => {
  await runTrivium(['dataset', into('d')]);
  const row = { collection: 'claims', id: 'earlier', provenance: 'study', label: 'Earlier', record: {} };
  write('d/trivium.jsonl', `${JSON.stringify(row)}\n`);
  const before = contentOf('d');
  const place = JSON.stringify(into('d', name));
  const condition =
    when === 'moved away' ? `String(args[0]) === ${place}` : `args[1] === ${place} && !args[0].includes('former')`;
  const run = spawnTrivium(
    ['dataset', into('d')],
    '',
    beforeEachCall('renameSync', `if (${condition}) fail('EBUSY');`),
  );
  expect(run).toMatchObject({ status: 3, out: '', err: expect.stringContaining('Nothing was written') });
  expect(contentOf('d')).toEqual(before);
});

test.each(['datapackage.json', 'trivium.jsonl'])("dataset leaves a person's own %s alone", async (name) => {
  write('d/datapackage.json', '{ "name": "mine" }');
  write(`d/${name}`, '{ "name": "mine" }');
  const before = contentOf('d');
  expect(await runTrivium(['dataset', into('d')])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining(`contains something that is not a dataset: "datapackage.json"`),
  });
  expect(contentOf('d')).toEqual(before);
});

test('dataset leaves other files of a person alone, beside an earlier dataset, too', async () => {
  await runTrivium(['dataset', into('d')]);
  write('d/trivium.parquet', 'mine');
  const before = contentOf('d');
  expect(await runTrivium(['dataset', into('d')])).toMatchObject({
    status: 2,
    err: expect.stringContaining('"trivium.parquet"'),
  });
  expect(contentOf('d')).toEqual(before);
});

test('a dataset that is stopped says so and leaves nothing behind', () => {
  const stopped = beforeEachCall(
    'writeFileSync',
    `if (String(args[0]).endsWith('trivium.jsonl')) process.kill(process.pid, 'SIGINT');`,
  );
  expect(spawnTrivium(['dataset', into('new', 'd')], '', stopped)).toEqual({
    status: 3,
    out: '',
    err: 'Writing the dataset was stopped. Nothing was written.\n',
  });
  expect(readdirSync(folder)).toEqual(['in']);
});

test('a dataset is written even if the folder where it was prepared cannot be removed, which the next run does', () => {
  const inUse = beforeEachCall('rmSync', `if (String(args[0]).endsWith('.dataset')) fail('EBUSY');`);
  expect(spawnTrivium(['dataset', into('d')], '', inUse)).toMatchObject({ status: 0, err: '' });
  const files = ['datapackage.json', 'trivium.jsonl', 'trivium.parquet'];
  expect(readdirSync(into('d'))).toEqual(['.dataset', ...files]);
  expect(spawnTrivium(['dataset', into('d')])).toMatchObject({ status: 0, err: '' });
  expect(readdirSync(into('d'))).toEqual(files);
});

test('dataset in a place where no folder can be says what is there', async () => {
  write('file', '');
  expect(await runTrivium(['dataset', into('file', 'x')])).toMatchObject({
    status: 2,
    err: expect.stringContaining('inside the file'),
  });
  const readOnly = beforeEachCall('mkdirSync', `fail('EROFS');`);
  expect(spawnTrivium(['dataset', into('new')], '', readOnly)).toMatchObject({
    status: 3,
    err: expect.stringContaining('(EROFS). That disk is read-only.'),
  });
});

test('an empty input file is listed in problems.jsonl, even if a roll-up has a file of that name', () => {
  for (const name of ['teams.jsonl', 'answers.jsonl', 'rollup.json', 'problems.jsonl']) write(`in/${name}`, '');
  expect(rollUp()).toMatchObject({ status: 1, out: expect.stringContaining('1 team rolled up') });
  expect(problemsOf('out').map(({ file, problem }) => [file, problem.split('.')[0]])).toEqual(
    ['answers.jsonl', 'problems.jsonl', 'rollup.json', 'teams.jsonl'].map((name) => [name, 'It is empty']),
  );
});

test('a file with the name of a file of a roll-up that cannot be opened ends neither rollup nor reliability', () => {
  write('in/teams.jsonl', team.replace('Team 1', 'Team 2'));
  const locked = beforeEachCall(
    'openSync',
    `if (String(args[0]).endsWith('teams.jsonl') && args[1] === 'r') fail('EACCES');`,
  );
  expect(rollUp(...locked)).toMatchObject({ status: 0, out: expect.stringContaining('2 teams rolled up') });
  expect(spawnTrivium(['reliability', into('in')], '', locked)).toMatchObject({ status: 0 });
});

test('a killed run that had the id of this process, as in a container, blocks no later one', async () => {
  write('out/.rollup/process', String(process.pid));
  write('out/.rollup/teams.jsonl', 'half');
  expect(await runTrivium(['rollup', into('in'), '--out', into('out')])).toMatchObject({ status: 0, err: '' });
  write('d/.dataset/process', `${process.pid} another-mark`);
  expect(await runTrivium(['dataset', into('d')])).toMatchObject({ status: 0 });
});
