import { expect, test } from 'vitest';
import { isSameSystem } from '../../../src/core/answers/same-system.ts';

test('isSameSystem(a, b) ignores case and surrounding white space, nothing else', () => {
  expect(isSameSystem('Parcels', ' parcels\n')).toBe(true);
  expect(isSameSystem('ÜBERWEISUNG', 'überweisung')).toBe(true);
  expect(isSameSystem('Parcels', 'Parcels 2')).toBe(false);
  expect(isSameSystem('Fraud score', 'Fraud  score')).toBe(false);
});

test('isSameSystem(a, b) is false for systems without a name', () => {
  expect(isSameSystem('', '')).toBe(false);
  expect(isSameSystem(' ', '\t')).toBe(false);
  expect(isSameSystem('', 'Parcels')).toBe(false);
});
