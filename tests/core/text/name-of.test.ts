import { expect, test } from 'vitest';
import { isSameSystem } from '../../../src/core/answers/same-system.ts';
import { nameOf } from '../../../src/core/text/name-of.ts';

test.each([
  '',
  ' ',
  '   ',
  '\u00a0\t',
  '\u200b',
  '\u3164',
  '\u2800',
  '\u2800 \u2800',
  '\u202a\u202c',
  '\u0000',
  '\ufe0f',
])('nameOf(%j) is empty, and it names no system', (name) => {
  expect(nameOf(name)).toBe('');
  expect(isSameSystem(name, name)).toBe(false);
});

test.each(['Parcels', ' Parcels ', '検索', 'ש', '0', '™', '👩‍🔬', '.'])('nameOf(%j) is as it was written', (name) => {
  expect(nameOf(name)).toBe(name);
});

test('nameOf() of nothing is empty', () => {
  expect(nameOf(undefined)).toBe('');
  expect(nameOf(null)).toBe('');
});
