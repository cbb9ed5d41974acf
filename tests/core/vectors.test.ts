import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { report } from '../../src/core/report/report.ts';
import { answersIn, expectVector, vectors } from '../support/vectors.ts';

const pack = packOf(loadKnowledgeBase());

test('there are worked examples, and each gives its reasons', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(12);
  for (const [file, { why }] of vectors) expect(why.join(' ').length, file).toBeGreaterThan(20);
});

test.each(vectors)('%s', (file, vector) => {
  try {
    expectVector(report(answersIn(vector), pack, vector.depth), vector);
  } catch (error) {
    const toDo = `If questions or numbers changed on purpose, work the value out and write it, with "why", into tests/fixtures/vectors/${file}.`;
    throw new Error(toDo, { cause: error });
  }
});
