import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { fuzz } from '../../support/fuzz.ts';

test('none of 10,000 damaged links and files crashes or is read as another', async () => {
  const { wrong, links, files, refused } = await fuzz(10_000, 1, packOf(loadKnowledgeBase()));
  expect(wrong).toEqual([]);
  expect([links, files]).toEqual([9000, 1000]);
  expect(refused).toBeGreaterThan(7000);
});
