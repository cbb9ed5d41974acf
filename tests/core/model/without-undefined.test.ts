import { expect, test } from 'vitest';
import { withoutUndefined } from '../../../src/core/model/without-undefined.ts';

test('withoutUndefined(fields) drops undefined fields only, keeps the order and does not touch the original', () => {
  const fields = { b: undefined, z: null, a: 0, text: '', nested: { inner: undefined } };
  expect(JSON.stringify(Object.entries(withoutUndefined(fields)))).toBe(
    '[["z",null],["a",0],["text",""],["nested",{}]]',
  );
  expect(withoutUndefined(fields)).not.toHaveProperty('b');
  expect(withoutUndefined(fields).nested).toBe(fields.nested);
  expect(fields).toHaveProperty('b');
});
