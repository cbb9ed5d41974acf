import { expect, test } from 'vitest';
import { askedAt, depthAsking } from '../../../src/core/model/ids.ts';

const items = [
  { id: 'a', depth: 'quick' as const },
  { id: 'b', depth: 'full' as const },
];

test('depthAsking(ids, items) is quick until a question is among them that only the full assessment asks', () => {
  expect(depthAsking(new Set(), items)).toBe('quick');
  expect(depthAsking(new Set(['a', 'no-such-question']), items)).toBe('quick');
  expect(depthAsking(new Set(['a', 'b']), items)).toBe('full');
});

test('askedAt(depth) lets the full assessment ask everything', () => {
  expect(items.filter(askedAt('quick')).map(({ id }) => id)).toEqual(['a']);
  expect(items.filter(askedAt('full')).map(({ id }) => id)).toEqual(['a', 'b']);
});
