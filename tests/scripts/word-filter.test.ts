import { expect, test, vi } from 'vitest';
import { foldText } from '../../src/core/text/fold-text.ts';
import { wordFilter } from '../../src/scripts/word-filter.ts';
import { queryLimit } from '../../src/search/query-limit.ts';

vi.mock(import('../../src/core/text/fold-text.ts'), async (original) => {
  const module = await original();
  return { foldText: vi.fn(module.foldText) };
});

const sentence = 'The pager goes off all night';

test.for([
  ['pager night', true],
  ['NIGHT  the', true],
  ['pag', true],
  ['ｐａｇｅｒ', true],
  ['páger', true],
  ['pager morning', false],
  ['', true],
  ['pager \ud83d', true],
] as const)('wordFilter("%s").matches(text) is %s', ([typed, found]) => {
  expect(wordFilter(typed).matches(sentence)).toBe(found);
});

test.each([
  ['the same letter', 'e '],
  ['letters with accents', 'é '],
  ['different words', 'pager night fraud drift labels '],
  ['one word', 'e'],
  ['ligatures of four words', 'ﷺ'],
])('a megabyte of %s is cut, and folded once for all sentences', (_, part) => {
  const sentences = Array.from({ length: 90 }, (_, index) => `${sentence} ${index}`);
  vi.mocked(foldText).mockClear();
  const { words, isCut, matches } = wordFilter(part.repeat(1_000_000 / part.length));
  for (const text of sentences) matches(text);
  const folded = vi.mocked(foldText).mock.calls.reduce((sum, [text]) => sum + text.length, 0);
  expect(isCut).toBe(true);
  expect(words.length).toBeLessThanOrEqual(queryLimit);
  expect(folded).toBeLessThanOrEqual(queryLimit + sentences.join('').length);
});
