/** Parses CSV (RFC 4180) into rows of fields, without the byte order mark. Independent of the code that writes CSV. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\r|\n|$)/gy;
  const body = text.replace(/^\uFEFF/, '');
  while (field.lastIndex < body.length) {
    const match = field.exec(body);
    if (!match) throw new Error(`No field at ${field.lastIndex}.`);
    const [, raw = '', end] = match;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end !== ',' && field.lastIndex < body.length) rows.push([]);
  }
  return rows;
}
