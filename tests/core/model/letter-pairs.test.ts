import { expect, test } from 'vitest';
import { letterPairs, pairSimilarity } from '../../../src/core/model/letter-pairs.ts';

test('letterPairs(text) gives the pairs of neighbouring letters', () => {
  expect(letterPairs('drift')).toEqual(['dr', 'ri', 'if', 'ft']);
  expect(['', 'a'].flatMap(letterPairs)).toEqual([]);
});

test('pairSimilarity(pairs, others) follows Dice: night and nacht share one of eight pairs, so 2/8', () => {
  const similarity = (a: string, b: string) => pairSimilarity(letterPairs(a), new Set(letterPairs(b)));
  expect(similarity('night', 'nacht')).toBe(0.25);
  expect(similarity('drift', 'drift')).toBe(1);
  expect(similarity('drift', 'alarm')).toBe(0);
});
