/** What a spreadsheet reads as the start of a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/**
 * Writes one field of CSV (RFC 4180). A text that a spreadsheet would run as a formula is prefixed with an apostrophe
 * (OWASP, "CSV injection"); numbers stay numbers, and null becomes an empty field.
 */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n\t]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a table as CSV: column names, then rows. The byte order mark makes spreadsheets read it as UTF-8. */
export function csvTable(
  columnNames: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string {
  return `\uFEFF${[columnNames, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}
