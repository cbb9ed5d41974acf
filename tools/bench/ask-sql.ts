// Asks DuckDB every question of a roll-up's SQL, for its time and its memory: node tools/bench/ask-sql.ts <folder>
import process from 'node:process';
import { askDuckdb } from '../../tests/support/rollup-engines.ts';

await askDuckdb(process.argv[2] ?? '');
