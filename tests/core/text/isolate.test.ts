import { expect, test } from 'vitest';
import { isolate } from '../../../src/core/text/isolate.ts';
import { translator } from '../../../src/i18n/translate.ts';

const [start, end] = ['\u2068', '\u2069'];

test.each(['Parcel times', 'Пример 1', '推薦', 'कर्ज़ मॉडल', '', '42', 'a → b'])('isolate() keeps %j unchanged', (text) =>
  expect(isolate(text)).toBe(text));

test.each([
  'מודל אשראי',
  'نموذج',
  'Model نموذج 3',
  'ߒߞߏ',
  '𞤀𞤣𞤤𞤢𞤥',
  '\u202egpj',
  '\u200fa',
])('isolate() keeps %j from reordering the sentence', (text) => expect(isolate(text)).toBe(start + text + end));

test('isolate() removes unbalanced isolates from a text and keeps balanced ones', () => {
  expect(isolate(`${end}a\u202eb`)).toBe(`${start}a\u202eb${end}`);
  expect(isolate(`\u2067a`)).toBe(`${start}a${end}`);
  expect(isolate(`${start}ع${end}, b`)).toBe(`${start}${start}ع${end}, b${end}`);
});

test('a sentence isolates the values filled into it', () => {
  const t = translator({ named: 'Now named {system}, {count} of {total}.' }, 'en');
  expect(t('named', { system: 'نموذج', count: 3, total: 15 })).toBe(`Now named ${start}نموذج${end}, 3 of 15.`);
  expect(t('named', { system: 'Search', count: 3, total: 15 })).toBe('Now named Search, 3 of 15.');
});
