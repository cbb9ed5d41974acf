/** What a spreadsheet would take for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * One field of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP,
 * "CSV injection"); numbers stay numbers, and null is an empty field.
 */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n\t]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV: a line of names, then the rows; a byte order mark, so that spreadsheets read it as UTF-8. */
export function csvTable(
  names: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string {
  return `\uFEFF${[names, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}
