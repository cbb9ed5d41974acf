import { expect, test } from 'vitest';
import { byText } from '../../../src/core/text/by-text.ts';
import { fillTemplate } from '../../../src/core/text/fill-template.ts';
import { formatAnswerNumber, joinNames, withoutFullStop } from '../../../src/core/text/format.ts';
import { startOf } from '../../../src/core/text/start-of.ts';

test('fillTemplate(template, values) fills in every value, once', () => {
  expect(fillTemplate('{n} of {total}: {n}', { n: 0, total: 'x' })).toBe('0 of x: 0');
  expect(fillTemplate('{a} of {b}', { a: '1', b: '{a}' })).toBe('1 of {a}');
});

test('fillTemplate(template, values) refuses a template with a name that has no value', () => {
  expect(() => fillTemplate('{n} of {total}', { n: 3 })).toThrow('"{n} of {total}" needs {total}.');
  expect(() => fillTemplate('{n}', {}, 'page.title')).toThrow('"page.title" needs {n}');
});

test('byText sorts days from the first to the last, and leaves equal texts as they are', () => {
  const days = ['2026-11-01', '2025-01-31', '2026-02-28'];
  expect(days.toSorted(byText)).toEqual(['2025-01-31', '2026-02-28', '2026-11-01']);
  expect([byText('a', 'b'), byText('b', 'a'), byText('a', 'a')]).toEqual([-1, 1, 0]);
});

test('startOf(text, length) cuts a text, but never within a character', () => {
  expect(['drift', 'dri', '', 'dr😀', 'dri😀', '😀😀'].map((text) => startOf(text, 4))).toEqual([
    'drif',
    'dri',
    '',
    'dr😀',
    'dri',
    '😀😀',
  ]);
});

test('formatAnswerNumber(level) counts from 1', () => {
  expect([0, 4].map(formatAnswerNumber)).toEqual(['1', '5']);
});

test('joinNames(names) writes a list as people say it', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(joinNames)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

test("withoutFullStop(text) takes one full stop from the end of somebody's text, and leaves an ellipsis", () => {
  expect(['Agreed.', 'Agreed', 'Version 1.0. ', 'Later ...', ''].map(withoutFullStop)).toEqual([
    'Agreed',
    'Agreed',
    'Version 1.0',
    'Later ...',
    '',
  ]);
});
