import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { rollupSql } from '../../src/cli/rollup-sql.ts';
import type { Answers } from '../../src/core/answers/answers.ts';
import { evidenceKinds } from '../../src/core/model/ids.ts';
import { packOf } from '../../src/core/model/pack.ts';
import type { TeamAnswers } from '../../src/core/rollup/rollup.ts';
import { tables } from '../../src/core/rollup/tables.ts';
import { runTrivium, spawnTrivium } from '../support/cli.ts';
import { rollUpTeams } from '../support/roll-up-teams.ts';
import { askDuckdb, askPostgres, partsOf } from '../support/rollup-engines.ts';
import { generateTeam } from '../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const count = 1000;
/** The same answers, some of them with evidence of each kind. */
const withEvidence = (team: Answers, seed: number): Answers => ({
  ...team,
  answers: team.answers.map((answer, index) => {
    const kind = evidenceKinds[(index * 7 + seed) % 5];
    return kind ? { ...answer, evidence: { kind } } : answer;
  }),
});
const answers = Array.from({ length: count }, (_, seed) =>
  withEvidence({ ...generateTeam(pack, seed), system: `Team ${seed}` }, seed),
);
const teams = answers.map(
  (each): TeamAnswers => ({ answers: each, source: { file: '', line: null, version: pack.version } }),
);
let folder: string;
const into = (...parts: string[]) => path.join(folder, ...parts);

const rollUpFiles = (args: string[]) => runTrivium(['rollup', ...args]);
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-rollup-'));
  mkdirSync(into('in', 'deeper'), { recursive: true });
  const half = count / 2;
  for (const [at, each] of answers.slice(0, half).entries())
    writeFileSync(into('in', `${at}.json`), JSON.stringify(each, null, 1));
  const lines = (list: object[]) => list.map((each) => JSON.stringify(each)).join('\n');
  writeFileSync(into('in', 'deeper', 'more.jsonl'), lines(answers.slice(half, -1)));
  writeFileSync(into('in', 'last.ndjson'), `${lines(answers.slice(-1))}\n\n`);
  writeFileSync(into('in', 'README.txt'), 'Not answers, and not read.');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the page and SQL say exactly the same about a thousand teams', async () => {
  const run = await rollUpFiles([into('in'), '--out', into('out')]);
  expect(run).toMatchObject({ status: 0, err: '', out: expect.stringContaining('1000 teams rolled up') });
  const { list, ...rollup } = rollUpTeams(teams, pack);
  const byId = <T>(list_: T[], key: (each: T) => string) => list_.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

  expect(JSON.parse(readFileSync(into('out', 'rollup.json'), 'utf8'))).toEqual({ ...rollup, list: null });
  const sql = await askDuckdb(into('out'));
  expect(sql['items']).toEqual(
    byId(rollup.items, ({ item }) => item).map(
      ({ item, known, levels, hurting, below, measured, shown, sum, median, min, max, dk, na, unanswered }) => ({
        item,
        known,
        level_0: levels?.[0],
        level_1: levels?.[1],
        level_2: levels?.[2],
        level_3: levels?.[3],
        level_4: levels?.[4],
        hurting,
        below,
        measured,
        shown,
        sum_of_levels: sum,
        median,
        lowest_level: min,
        highest_level: max,
        dk,
        na,
        unanswered,
      }),
    ),
  );
  expect(sql['shared_gaps']?.map(({ item }) => item)).toEqual(rollup.sharedGaps);
  expect(sql['variables']).toEqual(
    byId(rollup.variables, ({ variable }) => variable).map(({ variable, scored, sum, median, min, max, lowest }) => ({
      variable,
      scored,
      sum_of_points: sum,
      median,
      lowest_point: min,
      highest_point: max,
      looks_lowest: lowest,
    })),
  );
  expect(sql['words']).toEqual(
    byId(rollup.variables, ({ variable }) => variable).flatMap(({ variable, words }) =>
      (words ?? []).map((each) => ({ variable, ...each })),
    ),
  );
  expect(sql['signals']).toEqual(
    byId(rollup.signals, ({ signal }) => signal).flatMap(({ signal, statuses }) =>
      (statuses ?? []).map((each) => ({ signal, ...each })),
    ),
  );
  expect(sql['versions']).toEqual([{ pack_version: pack.version, teams: count, rereading: 0 }]);
  expect(list).toHaveLength(count);
});

test('SQL follows the constants of the pack', async () => {
  const { constants } = pack;
  const changed = { ...constants, pointCoverage: 0.75, moves: { ...constants.moves, unsafeLevel: 2 } };
  cpSync(into('out'), into('changed'), { recursive: true });
  for (const [name, sql] of Object.entries(rollupSql(changed))) writeFileSync(into('changed', name), sql);
  const expected = rollUpTeams(teams, { ...pack, constants: changed });
  const sql = await askDuckdb(into('changed'));
  expect(sql['shared_gaps']?.map(({ item }) => item)).toEqual(expected.sharedGaps);
  expect(expected.sharedGaps).not.toEqual(rollUpTeams(teams, pack).sharedGaps);
  const scored = sql['points']?.filter(({ point }) => point !== null).length;
  expect(scored).toBe(expected.variables.reduce((total, each) => total + each.scored, 0));
});

test('PostgreSQL answers every question as DuckDB does, from the same text', async () => {
  const sql = (name: string) => partsOf(readFileSync(into('out', name), 'utf8'));
  expect(sql('rollup-postgres.sql').questions).toEqual(sql('rollup.sql').questions);
  const [postgres, duckdb] = [await askPostgres(into('out')), await askDuckdb(into('out'))];
  expect(Object.keys(postgres)).toEqual(Object.keys(duckdb));
  for (const [name, rows] of Object.entries(duckdb)) expect(postgres[name], name).toEqual(rows);
});

test('PostgreSQL loads names with every character, a NUL included', async () => {
  mkdirSync(into('names'));
  const names = ['plain', "it's; --", 'a\u0000b', String.raw`a\u0000b`, 'tab\tline\n', '\x01\x02', '😀 "quoted" \\'];
  writeFileSync(into('names', 'a.jsonl'), names.map((system) => JSON.stringify({ ...answers[0], system })).join('\n'));
  await rollUpFiles([into('names'), '--out', into('names-out')]);
  expect((await askPostgres(into('names-out')))['versions']).toEqual([
    { pack_version: pack.version, teams: names.length, rereading: 0 },
  ]);
});

test('SQL works every score out again from answers and weights, and gets the same', async () => {
  const names = new Map(linesOf(into('out', 'teams.jsonl')).map(({ team, name }) => [team, name]));
  const listed = new Map(rollUpTeams(teams, pack).list?.map(({ name, profiles }) => [name, profiles]));
  const { points = [] } = await askDuckdb(into('out'));
  expect(points).toHaveLength(count * pack.variables.length);
  for (const { team, variable, point } of points)
    expect(point, `${team} ${variable}`).toBe(
      listed.get(names.get(team))?.find((profile) => profile.variable === variable)?.point,
    );
});

test('JSON Lines and Parquet hold the same rows, with the columns of the schema', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const { name, columns } of tables) {
    const lines = linesOf(into('out', `${name}.jsonl`));
    const parquet = (await connection.runAndReadAll(`FROM '${into('out', name)}.parquet'`)).getRowObjectsJS();
    expect(Object.keys(parquet[0] ?? {})).toEqual(columns.map((column) => column.name));
    const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(sorted(parquet)).toEqual(sorted(lines));
  }
  connection.closeSync();
});

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
