import { expect, test } from 'vitest';
import { hasWords } from '../../src/scripts/has-words.ts';

test.for([
  ['pager night', true],
  ['NIGHT  the', true],
  ['pag', true],
  ['ｐａｇｅｒ', true],
  ['páger', true],
  ['pager morning', false],
  ['', true],
] as const)('hasWords(text, "%s") is %s', ([query, found]) => {
  expect(hasWords('The pager goes off all night', query)).toBe(found);
});
