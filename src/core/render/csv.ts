/**
 * Finds where a formula starts in a spreadsheet: after each of the characters that end a cell, then anything that nobody
 * sees and programs may drop. Keyboards of East Asia write the signs full-width or small.
 */
const startsAfter = (ends: string): RegExp =>
  new RegExp(`(?<=(?:^|[${ends}])[\\s"\\p{C}\\p{DI}]*)(?=[-=+@−＝＋－＠﹢﹣﹦﹫⁺⁻⁼₊₋₌﬩])`, 'gu');
/** Where formulas start in a file with this separator, if it is opened with any other. */
const formulaStarts = { comma: startsAfter(';\t\r\n'), semicolon: startsAfter(',;\t\r\n') };
/** Leading white space that some spreadsheets trim, or treat as the end of a cell. */
const spaceStart = /^(?=[\t\r])/;

/**
 * Puts an apostrophe wherever a spreadsheet would see the start of a formula (OWASP, "CSV injection"): at the start of
 * a text, and after each character that ends a cell when another separator is expected: ";" or a tab, and "," in a file
 * with semicolons. With another separator, quotation marks that do not begin a cell offer no protection.
 */
const defuse = (text: string, separator: CsvSeparator): string =>
  text.replace(spaceStart, "'").replace(formulaStarts[separator], "'");

/**
 * What is between the fields of CSV. Spreadsheets expect a comma and a decimal point or, where the decimal sign is a
 * comma as in German and French, a semicolon. They take "1.5" for the first of May where they expect "1,5".
 */
export const csvSeparators = ['comma', 'semicolon'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

/** The separator that spreadsheets expect in a language, by the sign that it puts before decimals. */
export const separatorFor = (language: string | undefined): CsvSeparator =>
  new Intl.NumberFormat(language).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value !== '.')
    ? 'semicolon'
    : 'comma';

/**
 * Writes one field of CSV (RFC 4180). Defuses formulas in texts; numbers stay numbers, null becomes an empty field.
 * @param separator with a semicolon, a number has a decimal comma
 */
export function csvField(value: string | number | boolean | null, separator: CsvSeparator = 'comma'): string {
  if (value === null) return '';
  if (typeof value === 'number' && separator === 'semicolon') return String(value).replace('.', ',');
  if (typeof value !== 'string') return String(value);
  const text = defuse(value, separator);
  return /[",;\r\n\t]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Writes a table as CSV: column names, then rows. The byte order mark makes spreadsheets read it as UTF-8. Days are
 * `yyyy-MM-dd`, which every spreadsheet takes for a day.
 */
export function csvTable(
  columnNames: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
  separator: CsvSeparator = 'comma',
): string {
  const between = separator === 'comma' ? ',' : ';';
  const lines = [columnNames, ...rows].map((row) => row.map((value) => csvField(value, separator)).join(between));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
