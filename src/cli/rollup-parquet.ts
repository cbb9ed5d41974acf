import path from 'node:path';
import { type Column, type Table, tables } from '../core/rollup/tables.ts';

/** The types of DuckDB for those of the schema. */
const types: Record<Column['type'], string> = {
  integer: 'INTEGER',
  number: 'DOUBLE',
  text: 'VARCHAR',
  boolean: 'BOOLEAN',
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The statement that turns the lines of a table into Parquet. */
function copy({ name, columns }: Table, folder: string): string {
  const file = (ending: string) => quoted(path.join(folder, `${name}.${ending}`));
  const named = columns.map((column) => `${column.name}: '${types[column.type]}'`).join(', ');
  return `COPY (SELECT * FROM read_json(${file('jsonl')}, format = 'newline_delimited', columns = {${named}})) TO ${file('parquet')} (FORMAT parquet)`;
}

/**
 * Writes a Parquet file beside the JSON Lines of every table, with DuckDB, a row group at a time.
 * @returns a sentence where DuckDB is not installed; the lines are there all the same
 */
export async function writeParquet(folder: string): Promise<string | undefined> {
  let engine: typeof import('@duckdb/node-api');
  try {
    engine = await import('@duckdb/node-api');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return 'Parquet was not written: the package @duckdb/node-api is not installed. "npm install" brings it where the system allows; the JSON Lines hold the same rows.';
  }
  const settings = { memory_limit: '256MB', threads: '2', preserve_insertion_order: 'false' };
  const instance = await engine.DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  for (const table of tables) await connection.run(copy(table, folder));
  connection.closeSync();
  instance.closeSync();
  return undefined;
}
