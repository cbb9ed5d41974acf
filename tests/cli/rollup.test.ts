import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rollupSql } from '../../src/cli/rollup-sql.ts';
import { tables } from '../../src/core/rollup/tables.ts';
import { answersOfTeams, linesOf, pack, rollUpFiles, teamsOf } from '../support/evidenced-teams.ts';
import { rollUpTeams } from '../support/roll-up-teams.ts';
import { askDuckdb, askPostgres, partsOf } from '../support/rollup-engines.ts';

const count = 1000;
const answers = answersOfTeams(count);
const teams = teamsOf(answers);
let folder: string;
const into = (...parts: string[]) => path.join(folder, ...parts);

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
