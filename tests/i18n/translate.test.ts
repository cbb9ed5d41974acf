import { expect, test } from 'vitest';
import { flatten, pick, translator } from '../../src/i18n/translate.ts';

const strings = {
  'a.plain': 'Plain',
  'a.filled': '{n} of {total}',
  'a.week.one': '{count} week',
  'a.week.other': '{count} weeks',
  'b.x': 'X',
};
const t = translator(strings, 'en');

test('translate(key) fills in values', () => {
  expect(t('a.plain')).toBe('Plain');
  expect(t('a.filled', { n: 3, total: 15 })).toBe('3 of 15');
});

test('translate(key) chooses the plural form by the count', () => {
  expect([1, 2, 12].map((count) => t('a.week', { count }))).toEqual(['1 week', '2 weeks', '12 weeks']);
});

test('translate(key) refuses what is missing, with where to put it', () => {
  expect(() => t('a.nothing')).toThrow('content/ui/en.yaml lacks "a.nothing".');
  expect(() => t('a.filled', { n: 3 })).toThrow('"a.filled" needs {total}.');
});

test('flatten(nested) writes keys with dots', () => {
  expect(flatten({ a: { b: 'x', c: { d: 'y' } }, e: 'z' })).toEqual({ 'a.b': 'x', 'a.c.d': 'y', e: 'z' });
});

test('pick(strings, patterns) takes keys and beginnings of keys, but not what a pattern after "!" names', () => {
  expect(pick(strings, ['a.plain', 'b.*'])).toEqual({ 'a.plain': 'Plain', 'b.x': 'X' });
  expect(Object.keys(pick(strings, ['!a.week*', 'a.*', '!a.plain']))).toEqual(['a.filled']);
  expect(pick(strings, ['a', 'x*'])).toEqual({});
});
