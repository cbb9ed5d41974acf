import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvTable, separatorFor } from '../../../src/core/render/csv.ts';
import { parseCsv } from '../../support/csv.ts';

/** The number that a spreadsheet reads from a cell if it expects this decimal sign; undefined if it reads a text or a day. */
function numberIn(cell: string, decimal: '.' | ','): number | undefined {
  const pattern = decimal === '.' ? /^-?\d+(\.\d+)?(e[+-]\d+)?$/ : /^-?\d+(,\d+)?(e[+-]\d+)?$/;
  return pattern.test(cell) ? Number(cell.replace(',', '.')) : undefined;
}

test('each language gets the separator that its spreadsheets expect', () => {
  const byLanguage = {
    en: 'comma',
    'en-GB': 'comma',
    ja: 'comma',
    de: 'semicolon',
    fr: 'semicolon',
    'pt-BR': 'semicolon',
  };
  for (const [language, separator] of Object.entries(byLanguage))
    expect(separatorFor(language), language).toBe(separator);
});

test('every number is read back as itself, with the separator and the decimal sign of either kind', () => {
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }));
  fc.assert(
    fc.property(fc.array(number, { minLength: 1 }), (numbers) => {
      const rowOf = (text: string, between: string) => parseCsv(text, between)[1] ?? [];
      const names = numbers.map((_, at) => `n${at}`);
      const plain = numbers.map((each) => (Object.is(each, -0) ? 0 : each));
      const english = rowOf(csvTable(names, [plain]), ',');
      expect(english.map((cell) => numberIn(cell, '.'))).toEqual(plain);
      const german = rowOf(csvTable(names, [plain], 'semicolon'), ';');
      expect(german.map((cell) => numberIn(cell, ','))).toEqual(plain);
    }),
  );
});

test('texts and days are the same with either separator, and the file says that it is UTF-8', () => {
  const row = ['a; "b", c', 'Grüße', '2026-03-01', '1.5 weeks', null, 'x\ny'];
  const names = row.map((_, at) => `c${at}`);
  const expected = row.map((each) => each ?? '');
  const [english, german] = [csvTable(names, [row]), csvTable(names, [row], 'semicolon')];
  expect(parseCsv(english, ',')[1]).toEqual(expected);
  expect(parseCsv(german, ';')[1]).toEqual(expected);
  expect([english[0], german[0]]).toEqual(['\uFEFF', '\uFEFF']);
});
