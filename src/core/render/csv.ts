/** What a spreadsheet reads as the start of a formula, also as the wide letters of East Asian keyboards. */
const formulaStart = /(?<=(?:^|[;\t\r\n])[\s"]*)(?=[=+\-@＝＋－＠])/g;
/** White space at the start that some spreadsheets cut off, or take for the end of a cell. */
const spaceStart = /^(?=[\t\r])/;

/**
 * Marks every place in a text where a spreadsheet would see a formula with an apostrophe (OWASP, "CSV injection"): at its
 * start, and after each letter that ends a cell where ";" or a tab separates cells. There, quotation marks that do not
 * begin a cell protect nothing.
 */
const defuse = (text: string): string => text.replace(spaceStart, "'").replace(formulaStart, "'");

/** Writes one field of CSV (RFC 4180). Formulas in a text are defused; numbers stay numbers, null is an empty field. */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = defuse(value);
  return /[",;\r\n\t]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a table as CSV: column names, then rows. The byte order mark makes spreadsheets read it as UTF-8. */
export function csvTable(
  columnNames: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string {
  return `\uFEFF${[columnNames, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}
