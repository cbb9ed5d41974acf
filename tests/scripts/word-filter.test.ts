import { expect, onTestFinished, test, vi } from 'vitest';
import { wordFilter } from '../../src/scripts/word-filter.ts';
import { queryLimit } from '../../src/search/query-limit.ts';

const sentence = 'The pager goes off all night';

test.for([
  ['pager night', true],
  ['NIGHT  the', true],
  ['pag', true],
  ['ｐａｇｅｒ', true],
  ['páger', true],
  ['ᴘᴀɢᴇʀ', true],
  ['🅿🅰🅶🅴🆁', true],
  ['pager morning', false],
  ['', true],
  ['pager \ud83d', true],
  [`${' '.repeat(400)}pager`, true],
] as const)('wordFilter("%s").matches(text) is %s', ([typed, found]) => {
  expect(wordFilter(typed, queryLimit).matches(sentence)).toBe(found);
});

test.each([
  ['the same letter', 'e '],
  ['letters with accents', 'é '],
  ['different words', 'pager night fraud drift labels '],
  ['one word', 'e'],
  ['ligatures of four words', 'ﷺ'],
])('a megabyte of %s is cut, and folded once for all sentences', (_, part) => {
  const sentences = Array.from({ length: 90 }, (_, index) => `${sentence} ${index}`);
  const folding = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => folding.mockRestore());
  const { words, isCut, matches } = wordFilter(part.repeat(1_000_000 / part.length), queryLimit);
  for (const text of sentences) matches(text);
  const folded = folding.mock.contexts.map(String).join('').length;
  expect(isCut).toBe(true);
  expect(words.length).toBeLessThanOrEqual(queryLimit);
  const shortest = queryLimit + sentences.join('').length;
  expect(folded).toBeGreaterThan(queryLimit);
  expect(folded).toBeLessThan(20 * shortest); // normalized twice; a ligature becomes 18 letters
});
