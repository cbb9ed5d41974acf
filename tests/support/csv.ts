/**
 * Parses CSV into rows of fields as spreadsheets do, without the byte order mark: a quotation mark opens a quoted field
 * only at its beginning; text after the closing mark belongs to the field too. Independent of the code that writes CSV.
 * @param separator the character between fields; spreadsheets use "," or ";", depending on the country, or a tab
 */
export function parseCsv(text: string, separator = ','): string[][] {
  const body = text.replace(/^\uFEFF/, '');
  const rows: string[][] = [[]];
  let [field, isQuoted, isStart] = ['', false, true];
  for (let index = 0; index < body.length; index += 1) {
    const letter = body[index] ?? '';
    if (isQuoted) {
      if (letter !== '"') field += letter;
      else if (body[index + 1] === '"') {
        field += '"';
        index += 1;
      } else isQuoted = false;
    } else if (letter === '"' && isStart) isQuoted = true;
    else if (letter === separator || letter === '\n' || letter === '\r') {
      rows.at(-1)?.push(field);
      if (letter === '\r' && body[index + 1] === '\n') index += 1;
      if (letter !== separator) rows.push([]);
      field = '';
      isStart = true;
      continue;
    } else field += letter;
    isStart = false;
  }
  if (field !== '' || rows.at(-1)?.length) rows.at(-1)?.push(field);
  return rows.filter((row) => row.length > 0);
}

/** Field separators of spreadsheets: in English; in German and many other languages; in tab-separated files. */
export const separators = [',', ';', '\t'];

/** Whether the first character of a cell that a person sees begins a formula, in whatever width it is written. */
function isFormula(cell: string): boolean {
  const first = [...cell].find((letter) => !/[\s"\p{Cc}\p{Cf}\p{DI}]/u.test(letter)) ?? '';
  return /^[=+\-@−]/.test(first.normalize('NFKC'));
}

/** The cells that a spreadsheet would run as formulas with any of these separators. */
export const formulasIn = (text: string): string[] =>
  separators.flatMap((separator) => parseCsv(text, separator).flat().filter(isFormula));

/** Names that become formulas unless they are escaped. */
export const formulaNames = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  ' =1+1',
  '＝1+1',
  '=HYPERLINK("http://x","y")',
  'Alpha;=1+1;x',
  'Alpha\t=1+1\tx',
  'Alpha,=1+1,x',
  'a,"=1+1"',
  '","=1',
  'x,=1;y',
  'Alpha; =1+1',
  'Alpha";=1+1;"',
  'Alpha;"=1+1"',
  '";=1+1',
  'a\n=1+1',
  'a\r\n;@SUM(1)',
  ';;\n"\t-1',
  '﹦1+1',
  '﹢1',
  '﹣1',
  '−1',
  '﹫SUM(A1)',
  '⁺1',
  '₌1',
];

/** Names that become formulas if a program drops what nobody sees. */
export const invisibleFormulaNames = [
  '\0=1+1',
  '\u200b=1+1',
  '\u2060\ufeff "\u00ad+1',
  'x;\u200b=1+1',
  '\u001b-1',
  '\u{e0020}@SUM(A1)',
];
