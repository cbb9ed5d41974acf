import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';

/** The rows that each question of a roll-up's SQL answers with, by the name of the question. */
export type Answered = Record<string, Record<string, unknown>[]>;

/** A file of SQL, in its two parts: how to load the tables, and the questions by name. */
export function partsOf(sql: string): { loading: string; questions: [name: string, question: string][] } {
  const [loading = '', rest = ''] = sql.split('-- Part 2: questions');
  const parts = rest.split(/^-- question: (\w+)$/m).slice(1);
  const questions = parts.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, parts[at + 1] ?? '']] : [],
  );
  return { loading, questions };
}

/** Rows with plain numbers: engines return sums as big integers, or as texts if they may be longer. */
const plain = (rows: readonly Record<string, unknown>[]): Record<string, unknown>[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
    ),
  );

/** Asks DuckDB the questions of `rollup.sql`, of the Parquet files of a folder. */
export async function askDuckdb(folder: string): Promise<Answered> {
  const { loading, questions } = partsOf(readFileSync(path.join(folder, 'rollup.sql'), 'utf8'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`SET file_search_path = '${folder}'`);
  await connection.run(loading);
  const answered: Answered = {};
  for (const [name, question] of questions)
    answered[name] = plain((await connection.runAndReadAll(question)).getRowObjectsJS());
  connection.closeSync();
  return answered;
}

/** Runs the loading part as psql would: `\copy` reads a file of the folder, and `\set` is psql's own. */
async function load(database: PGlite, loading: string, folder: string): Promise<void> {
  for (const part of loading.split(/^(?=\\copy )|(?<=^\\copy .*\n)/m)) {
    const [, table, file = '', options] = /^\\copy (\w+) FROM '([^']+)' (.+)$/m.exec(part) ?? [];
    if (!table) await database.exec(part.replace(/^\\set .*$/m, ''));
    else
      await database.query(`COPY ${table} FROM '/dev/blob' ${options}`, [], {
        blob: new Blob([readFileSync(path.join(folder, file))]),
      });
  }
}

/** Asks PostgreSQL, compiled to WebAssembly, the questions of `rollup-postgres.sql`, of the JSON Lines of a folder. */
export async function askPostgres(folder: string): Promise<Answered> {
  const { loading, questions } = partsOf(readFileSync(path.join(folder, 'rollup-postgres.sql'), 'utf8'));
  const database = await PGlite.create();
  await load(database, loading, folder);
  const answered: Answered = {};
  for (const [name, question] of questions) {
    const { rows } = await database.query<Record<string, unknown>>(question);
    answered[name] = plain(rows);
  }
  await database.close();
  return answered;
}
