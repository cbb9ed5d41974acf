import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTrivium } from '../support/cli.ts';

let folder: string;
const into = (name: string) => path.join(folder, name);
const contentOf = (name: string) =>
  Object.fromEntries(
    readdirSync(into(name)).map((file) => [file, readFileSync(path.join(into(name), file), 'base64')]),
  );
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trivium-dataset-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('dataset writes the same rows as JSON Lines and Parquet, and the same bytes each time', async () => {
  expect(await runTrivium(['dataset', into('a')])).toMatchObject({ status: 0, err: '' });
  const first = contentOf('a');
  expect(Object.keys(first)).toEqual(['datapackage.json', 'trivium.jsonl', 'trivium.parquet']);
  expect(await runTrivium(['dataset', into('a')])).toMatchObject({ status: 0 });
  expect(contentOf('a')).toEqual(first);
  const lines = readFileSync(into('a/trivium.jsonl'), 'utf8').trimEnd().split('\n');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(`SELECT * FROM '${into('a/trivium.parquet')}'`)).getRowObjects();
  connection.closeSync();
  instance.closeSync();
  expect(rows.map((row) => ({ ...row, record: JSON.parse(String(row['record'])) }))).toEqual(
    lines.map((line) => JSON.parse(line)),
  );
  expect(readdirSync(folder)).toEqual(['a']);
});

test('dataset touches no folder with other files, and needs one', async () => {
  const other = mkdtempSync(into('other-'));
  writeFileSync(path.join(other, 'trivium.jsonl'), 'mine');
  expect(await runTrivium(['dataset', other])).toMatchObject({
    status: 2,
    out: '',
    err: expect.stringContaining('contains something that is not a dataset: "trivium.jsonl"'),
  });
  expect(readFileSync(path.join(other, 'trivium.jsonl'), 'utf8')).toBe('mine');
  expect(await runTrivium(['dataset'])).toMatchObject({ status: 2, err: expect.stringContaining('Name one folder') });
  writeFileSync(into('file'), '');
  expect(await runTrivium(['dataset', into('file')])).toMatchObject({ status: 2, out: '' });
});
