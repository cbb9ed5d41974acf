// Opens our CSV files in LibreOffice with English, German and French settings, and checks that no text becomes a
// formula and that texts, numbers and days are read as what they are; then rolls up teams, and checks that PostgreSQL
// answers questions as DuckDB does. As root on Debian, installs LibreOffice and PostgreSQL if necessary.
// Usage: npm run interop
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { type CsvSeparator, csvSeparators, csvTable } from '../../src/core/render/csv.ts';
import { formulaNames } from '../../tests/support/csv.ts';
import { stop } from '../run.mjs';
import { apt } from './browser.mjs';
import { checkPostgres } from './interop-postgres.ts';

/** Where operating systems install LibreOffice. */
const offices = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:/Program Files/LibreOffice/program/soffice.exe',
];
const findOffice = (): string | undefined =>
  [process.env['SOFFICE'] ?? '', ...offices].find((file) => existsSync(file));

/** Finds LibreOffice or installs it; if that fails, stops and says what to install. */
async function office(): Promise<string> {
  const office = findOffice();
  if (office) return office;
  process.stderr.write('Installing LibreOffice ...\n');
  await apt('--no-install-recommends', 'libreoffice-calc-nogui');
  return (
    findOffice() ??
    stop(
      'LibreOffice is missing. Debian: apt-get install libreoffice-calc-nogui; elsewhere install it, or run SOFFICE=/path/to/soffice npm run interop.',
    )
  );
}

/** The languages in which LibreOffice reads numbers, with its ids for them. */
const languages = { en: 1033, de: 1031, fr: 1036 };
/** What spreadsheets in each language expect between fields. */
const expectedBy = { en: 'comma', de: 'semicolon', fr: 'semicolon' } as const;

/** A table of texts, numbers and days, some of which a spreadsheet could take for something else. */
const sampleRows = [
  ['text', 'whole', 'fraction', 'small', 'day'],
  ['a; b, "c"', 3, 1.5, 0.000_000_25, '2026-03-01'],
  ['Grüße, Ça va', -12, 0.125, 12.75, '2026-12-31'],
] as const;

/** The cells of a spreadsheet, row by row: numbers and days by their values, all else as text. */
function cellsOf(xml: string): (string | number)[][] {
  const rows = [...xml.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell([^>]*)>\s*<text:p>(.*?)<\/text:p>/gs)].map(([, attributes = '', text = '']) => {
      const [, number] = /office:value-type="float" office:value="([^"]*)"/.exec(attributes) ?? [];
      const [, day] = /office:date-value="([^"]*)"/.exec(attributes) ?? [];
      const words = text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      return number === undefined ? (day ?? words) : Number(number);
    }),
  );
  return rows.filter((row) => row.length > 0);
}

/** The field separators, by character code. */
const separators = { comma: 44, semicolon: 59, tab: 9 };

/** Opens a CSV file in LibreOffice and returns the XML of the spreadsheet. LibreOffice evaluates any formulas. */
function openIn(soffice: string, file: string, separator: number, language: number): string {
  const folder = path.dirname(file);
  const filter = `CSV:${separator},34,76,1,,${language},false,true,false,false,false,0,true`;
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const args = [`-env:UserInstallation=${profile}`, '--headless', `--infilter=${filter}`, '--convert-to', 'fods'];
  const run = spawnSync(soffice, [...args, '--outdir', folder, file], { encoding: 'utf8', timeout: 120_000 });
  const result = file.replace(/csv$/, 'fods');
  if (!existsSync(result))
    stop(`LibreOffice could not open ${file}: ${run.stderr || run.stdout || run.error?.message}`);
  const text = readFileSync(result, 'utf8');
  rmSync(result);
  return text;
}

/** The formulas of a spreadsheet. */
const formulasOf = (xml: string): string[] =>
  [...xml.matchAll(/table:formula="([^"]*)"/g)].map(([, formula = '']) => formula);

/** Writes CSV files: ours, with each name in every text column and each separator, and somebody else's, with a formula. */
function writeFiles(folder: string): { ours: Record<CsvSeparator, string>; bare: string } {
  const ours = { comma: path.join(folder, 'comma.csv'), semicolon: path.join(folder, 'semicolon.csv') };
  const rows = formulaNames.flatMap((name) => [
    [name, 1, 'x'],
    ['x', 1, name],
    ['x', name, name],
  ]);
  for (const separator of csvSeparators)
    writeFileSync(ours[separator], csvTable(['name', 'value', 'text'], rows, separator));
  const bare = path.join(folder, 'bare.csv');
  writeFileSync(bare, 'name;value\n=1+1;2\n'); // not ours: proves that a formula would be found
  return { ours, bare };
}

const soffice = await office();
process.stdout.write(`${execFileSync(soffice, ['--version'], { encoding: 'utf8' }).trim()}\n`);
const folder = mkdtempSync(path.join(os.tmpdir(), 'trivium-interop-'));
mkdirSync(path.join(folder, 'profile'));
const { ours, bare } = writeFiles(folder);
let [passed, failed] = [0, 0];
const check = (title: string, isRight: boolean, found: readonly string[]) => {
  if (isRight) passed += 1;
  else failed += 1;
  process.stdout.write(`${isRight ? 'ok  ' : 'FAIL'} ${title}${isRight ? '' : `: ${JSON.stringify(found)}`}\n`);
};
for (const [language, id] of Object.entries(languages)) {
  const found = formulasOf(openIn(soffice, bare, separators.semicolon, id));
  check(`${language}, a formula of somebody else is found`, found.length === 1, found);
  for (const written of csvSeparators)
    for (const [read, code] of Object.entries(separators)) {
      const formulas = formulasOf(openIn(soffice, ours[written], code, id));
      const title = `${language}, ${written} read as ${read}: ${formulaNames.length} names stay text`;
      check(title, formulas.length === 0, formulas);
    }
}
for (const [language, id] of Object.entries(languages)) {
  const separator = expectedBy[language as keyof typeof expectedBy];
  const file = path.join(folder, `numbers-${language}.csv`);
  const [names, ...rows] = sampleRows;
  writeFileSync(file, csvTable(names, rows, separator));
  const cells = cellsOf(openIn(soffice, file, separators[separator], id));
  const isSame = JSON.stringify(cells) === JSON.stringify(sampleRows);
  check(`${language}, ${separator}: numbers, days and texts are what they were`, isSame, [JSON.stringify(cells)]);
}
rmSync(folder, { recursive: true });
await checkPostgres(check);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
