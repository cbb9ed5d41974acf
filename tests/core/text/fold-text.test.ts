import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../../src/core/text/fold-text.ts';
import { writings } from '../../support/unicode.ts';

const plain = "train/test skew isn't off-key: first baffling class, efficient flags 42";

test.each(Object.entries(writings))('foldText(text) is the same for %s', (_, write) => {
  expect(write(plain)).not.toBe(plain);
  expect(foldText(write(plain)).replaceAll('"', '').trim()).toBe(plain);
});

test.each([
  ['Straße', 'strasse'],
  ['Smørrebrød', 'smorrebrod'],
  ['Łódź', 'lodz'],
  ['Ærøskøbing', 'aeroskobing'],
  ['œuvre', 'oeuvre'],
  ['Þór', 'thor'],
  ['IŞIK', 'isik'],
  ['ὈΔΥΣΣΕΎΣ', 'οδυσσευσ'],
  ['ὀδυσσεύς', 'οδυσσευσ'],
  ['½', '1/2'],
  ['ｶﾞｲﾄﾞ', 'ガイド'],
])('foldText(%s) is %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('foldText(text) keeps marks in scripts where they distinguish words', () => {
  expect(foldText('मॉडल')).not.toBe(foldText('मडल'));
  expect(foldText('कर्ज़')).toBe(foldText('कर्ज़'.normalize('NFD')));
  expect(foldText('が')).not.toBe(foldText('か'));
});

test('foldText(text) accepts any text, and is idempotent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
    }),
    { numRuns: 1000 },
  );
});
