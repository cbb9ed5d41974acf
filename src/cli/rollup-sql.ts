import { readProjectText } from '../build/source.ts';
import { topLevel } from '../core/answers/answers.ts';
import { formatPoints } from '../core/assessment/score.ts';
import type { Constants } from '../core/model/pack-schema.ts';
import { type Column, type Table, tables } from '../core/rollup/tables.ts';
import { fillTemplate } from '../core/text/fill-template.ts';

/** `rollup.sql` for DuckDB: how to load the tables, and the questions, with the numbers of a pack in place of {slots}. */
const duckdbSql = ({ moves, pointCoverage }: Constants): string =>
  fillTemplate(readProjectText('src/cli/rollup.sql'), {
    gap: String(moves.unsafeLevel),
    trouble: String(topLevel - moves.unsafeLevel),
    coverage: String(pointCoverage),
    share: formatPoints(pointCoverage),
  });

/** The heading of the questions, which are the same for every engine. */
const questionsHeading = '-- Part 2: questions';

/** The PostgreSQL type for each type of the schema. */
const postgresTypes: Record<Column['type'], string> = {
  integer: 'integer',
  number: 'double precision',
  text: 'text',
  boolean: 'boolean',
};

const columnsOf = ({ columns }: Table): string =>
  columns.map(({ name, type }) => `${name} ${postgresTypes[type]}`).join(', ');

/**
 * Loads one table: JSON escapes every control character, so a line holds neither of the two that the copy takes as its
 * quotation mark and its delimiter. PostgreSQL stores no NUL, which a name may hold, and gets a replacement character.
 */
const loadTable = (
  table: Table,
): string => `\\copy loaded FROM '${table.name}.jsonl' WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')
CREATE TABLE ${table.name} AS
  SELECT row.* FROM loaded, jsonb_to_record(CAST(replace(line, '\\u0000', '\\ufffd') AS jsonb))
    AS row(${columnsOf(table)});
TRUNCATE loaded;
`;

const postgresLoading = `-- What many teams share, asked in SQL of the tables that "trivium rollup" writes ("trivium rollup --help" has the schema).
-- The numbers are the same as in rollup.json; a test compares them. Counts cover these teams and no others: they are
-- neither a benchmark nor a norm, and nothing here ranks teams.
--
-- Part 1 loads the tables and is for PostgreSQL 12 or later: run "psql -f rollup-postgres.sql" in the folder of the files.
-- It puts them into a schema of their own, trivium_rollup, and replaces what an earlier run has put there. Part 2, the
-- questions, is the same text as in rollup.sql.

-- Part 1: loading

\\set ON_ERROR_STOP on
CREATE SCHEMA IF NOT EXISTS trivium_rollup;
SET search_path TO trivium_rollup;
DROP TABLE IF EXISTS ${tables.map(({ name }) => name).join(', ')};
CREATE TEMPORARY TABLE loaded (line text);
${tables.map(loadTable).join('')}`;

/** The SQL files of a roll-up by name. Each loads the tables into one engine and asks the same questions of this pack. */
export function rollupSql(constants: Constants): Record<'rollup.sql' | 'rollup-postgres.sql', string> {
  const duckdb = duckdbSql(constants);
  const questions = duckdb.slice(duckdb.indexOf(questionsHeading));
  return { 'rollup.sql': duckdb, 'rollup-postgres.sql': `${postgresLoading}\n${questions}` };
}
