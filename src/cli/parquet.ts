import path from 'node:path';
import { missingPackage } from '#messages/cli.ts';
import * as messages from '#messages/cli-rollup.ts';
import type { Column } from '../core/rollup/tables.ts';
import { loadOptional } from './optional-package.ts';

/** A table to convert: its name, which is that of its files, and its columns in order. */
interface ParquetTable {
  name: string;
  columns: readonly Pick<Column, 'name' | 'type'>[];
}

/** The DuckDB type for each type of the schema. */
const duckdbTypes: Record<Column['type'], string> = {
  integer: 'INTEGER',
  number: 'DOUBLE',
  text: 'VARCHAR',
  boolean: 'BOOLEAN',
};

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** Escapes a path so that DuckDB reads it as one file name, not as a pattern. */
const escapePattern = (file: string): string => file.replaceAll(/[[*?]/g, '[$&]');

/** The statement that converts the JSON Lines of a table to Parquet. */
function copyStatement({ name, columns }: ParquetTable, folder: string): string {
  const file = (extension: string) => path.join(folder, `${name}.${extension}`);
  const source = quote(escapePattern(file('jsonl')));
  const columnTypes = columns.map((column) => `${column.name}: '${duckdbTypes[column.type]}'`).join(', ');
  return `COPY (SELECT * FROM read_json(${source}, format = 'newline_delimited', columns = {${columnTypes}})) TO ${quote(file('parquet'))} (FORMAT parquet)`;
}

/**
 * Writes a Parquet file next to the JSON Lines of every table, one row group at a time. An object in a column of text
 * becomes JSON.
 * @param isOrdered whether the rows keep their order, which takes more memory
 * @returns a sentence if DuckDB is not installed, in which case only the JSON Lines exist
 */
export async function writeParquet(
  folder: string,
  tables: readonly ParquetTable[],
  { isOrdered = false } = {},
): Promise<string | undefined> {
  const duckdb = await loadOptional(() => import('@duckdb/node-api'));
  if (!duckdb) return messages.noParquet(missingPackage('@duckdb/node-api'));
  const settings = {
    memory_limit: '256MB',
    threads: '2',
    preserve_insertion_order: String(isOrdered),
    temp_directory: path.join(folder, 'temporary'), // for data that does not fit into memory
  };
  const instance = await duckdb.DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  for (const table of tables) await connection.run(copyStatement(table, folder));
  connection.closeSync();
  instance.closeSync();
  return undefined;
}
