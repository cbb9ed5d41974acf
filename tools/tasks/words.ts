// Counts the words that a translator would have in front of them, per part of content/, as the table of
// docs/translating.md. Usage: npm run -s words; with --write, it replaces the table there.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { translationTable } from './translation-parts.ts';

const doc = 'docs/translating.md';
const tablePattern = /^\| part[\s\S]*?(?=\n\n)/m;

const table = translationTable();
if (process.argv[2] === '--write') writeFileSync(doc, readFileSync(doc, 'utf8').replace(tablePattern, table));
else process.stdout.write(`${table}\n`);
