import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tables } from '../../src/core/rollup/tables.ts';
import { spawnTrivium } from '../support/cli.ts';
import { answersOfTeams, linesOf, pack, rollUpFiles, teamsOf } from '../support/evidenced-teams.ts';
import { rollUpTeams } from '../support/roll-up-teams.ts';

const answers = answersOfTeams(4);
const teams = teamsOf(answers);
let folder: string;
const into = (...parts: string[]) => path.join(folder, ...parts);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-rollup-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what cannot be read is named with its place and reason, and the rest is kept', async () => {
  mkdirSync(into('mixed'));
  writeFileSync(into('mixed', 'a.json'), JSON.stringify(answers[0]));
  writeFileSync(into('mixed', 'b.json'), '{ "half');
  writeFileSync(
    into('mixed', 'c.jsonl'),
    `${JSON.stringify(answers[1])}\n{"format":"other"}\n"${'x'.repeat(1_100_000)}"\n${JSON.stringify(answers[2])}\n`,
  );
  writeFileSync(into('mixed', 'd.json'), JSON.stringify({ ...answers[3], note: 'x'.repeat(1_100_000) }));
  const run = await rollUpFiles([into('mixed'), '--out', into('mixed-out')]);
  expect(run).toMatchObject({ status: 1, out: expect.stringContaining('3 teams rolled up') });
  expect(run.out).toContain('4 could not be read');
  expect(run.err).toMatch(
    /^b\.json: It is not valid JSON.*\nc\.jsonl, line 2: format: Found "other".*\nc\.jsonl, line 3: It has more than/,
  );
  expect(linesOf(into('mixed-out', 'problems.jsonl')).map(({ file, line }) => [file, line])).toEqual([
    ['b.json', null],
    ['c.jsonl', 2],
    ['c.jsonl', 3],
    ['d.json', null],
  ]);
  expect(linesOf(into('mixed-out', 'teams.jsonl')).map(({ team, name, line }) => [team, name, line])).toEqual([
    [1, 'Team 0', null],
    [2, 'Team 1', 1],
    [3, 'Team 2', 4],
  ]);
});

test('--names none leaves no row of a single team, nor one of an earlier run', async () => {
  const run = await rollUpFiles([into('mixed'), '--out', into('mixed-out'), '--names', 'none']);
  expect(run.status).toBe(1);
  expect(readdirSync(into('mixed-out')).toSorted()).toEqual(['problems.jsonl', 'rollup.json']);
  expect(JSON.parse(readFileSync(into('mixed-out', 'rollup.json'), 'utf8'))).toEqual({
    ...rollUpTeams(teams.slice(0, 3), pack, 'full', true),
    list: null,
  });
});

test('--depth quick rolls up the quick check', async () => {
  await rollUpFiles([into('mixed'), '--out', into('quick-out'), '--depth', 'quick']);
  const { list, ...rollup } = rollUpTeams(teams.slice(0, 3), pack, 'quick');
  expect(list).toHaveLength(3);
  expect(JSON.parse(readFileSync(into('quick-out', 'rollup.json'), 'utf8'))).toEqual({ ...rollup, list: null });
});

test('without DuckDB the lines are written, and a sentence says what is missing', () => {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name.startsWith('@duckdb/')) throw Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    } });`;
  const node = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const run = spawnTrivium(['rollup', into('mixed'), '--out', into('bare-out')], '', node);
  expect(run.err).toContain('Parquet was not written: the package @duckdb/node-api is not installed.');
  expect(run.out).toContain('3 teams rolled up');
  expect(existsSync(into('bare-out', 'answers.jsonl'))).toBe(true);
  expect(existsSync(into('bare-out', 'answers.parquet'))).toBe(false);
});

test.each([
  { title: 'no folder', args: ['--out', 'x'], says: 'Name one folder of answers files' },
  { title: 'no place to write to', args: ['content'], says: 'Name one folder of answers files' },
  { title: 'a folder that is not there', args: ['nowhere', '--out', 'x'], says: 'there is no such folder' },
  {
    title: 'writing into what is read',
    args: ['tests', '--out', 'tests/out'],
    says: 'is inside the folder that is read',
  },
  { title: 'an unknown depth', args: ['tests', '--out', 'x', '--depth', 'all'], says: 'possible: quick, full.' },
])('$title answers 2 and a sentence', async ({ args, says }) => {
  expect(await rollUpFiles(args)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(says) });
});

test('--help documents every column of every table', async () => {
  const { status, out } = await rollUpFiles(['--help']);
  expect(status).toBe(0);
  for (const { columns } of tables) {
    for (const column of columns) {
      const about = column.describe(pack.constants);
      expect(out.split('\n').some((line) => line.trim().startsWith(column.name) && line.endsWith(about))).toBe(true);
    }
  }
});
