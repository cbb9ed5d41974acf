/** Characters that start a formula in a spreadsheet, including the full-width forms of East Asian keyboards. */
const formulaStart = /(?<=(?:^|[;\t\r\n])[\s"]*)(?=[=+\-@＝＋－＠])/g;
/** Leading white space that some spreadsheets trim, or treat as the end of a cell. */
const spaceStart = /^(?=[\t\r])/;

/**
 * Puts an apostrophe wherever a spreadsheet would see the start of a formula (OWASP, "CSV injection"): at the start of
 * a text, and after each character that ends a cell when ";" or a tab is the separator. With those separators,
 * quotation marks that do not begin a cell offer no protection.
 */
const defuse = (text: string): string => text.replace(spaceStart, "'").replace(formulaStart, "'");

/** Writes one field of CSV (RFC 4180). Defuses formulas in texts; numbers stay numbers, null becomes an empty field. */
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
