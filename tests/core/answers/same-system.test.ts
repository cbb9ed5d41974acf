import { expect, test } from 'vitest';
import { isSameSystem } from '../../../src/core/answers/same-system.ts';
import { writings } from '../../support/unicode.ts';

test('isSameSystem(a, b) ignores case and the amount of white space, but not missing spaces or added hyphens', () => {
  expect(isSameSystem('Parcels', ' parcels\n')).toBe(true);
  expect(isSameSystem('ÜBERWEISUNG', 'überweisung')).toBe(true);
  expect(isSameSystem('Parcels', 'Parcels 2')).toBe(false);
  expect(isSameSystem('Fraud score', 'Fraud  score')).toBe(true);
  expect(isSameSystem('Fraud score', 'Fraudscore')).toBe(false);
  expect(isSameSystem('Fraud score', 'Fraud-score')).toBe(false);
});

test('isSameSystem(a, b) is false for systems without a name', () => {
  expect(isSameSystem('', '')).toBe(false);
  expect(isSameSystem(' ', '\t')).toBe(false);
  expect(isSameSystem('', 'Parcels')).toBe(false);
});

test.each(Object.entries(writings))('isSameSystem(a, b) recognises a name written with %s', (_, write) => {
  const name = "Bob's off-line classifier 3/4";
  expect(isSameSystem(name, write(name).replace(/[“”„«»]/g, ''))).toBe(true);
});

test('a name of invisible characters does not count as a name', () => {
  expect(isSameSystem('\u200b', '\u00ad')).toBe(false);
});
