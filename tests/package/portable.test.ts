import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { fromPortable, toPortable } from '../../src/package/portable.ts';

const throughJson = (value: unknown) => fromPortable(JSON.parse(JSON.stringify(toPortable(value))));

test('the knowledge base comes back from JSON as it was', () => {
  expect(throughJson(loadKnowledgeBase())).toEqual(loadKnowledgeBase());
});

test('maps and sets within each other come back', () => {
  const value = { a: new Map([['x', [new Set([1, 2])]]]), b: [null, 'text', new Map([[1, new Map()]])] };
  expect(throughJson(value)).toEqual(value);
});

test('what JSON cannot hold is refused', () => {
  expect(() => toPortable({ a: [/x/] })).toThrow('RegExp');
  expect(() => toPortable({ $map: 'not a map' })).toThrow();
});
