import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { nearTerms } from '../../src/search/near-terms.ts';
import { openSearch } from '../../src/search/query.ts';
import { cutQuery, queryLimit } from '../../src/search/query-limit.ts';
import { searchData } from '../../src/search/search-data.ts';

/** The most steps that a query may take: words visited, entries of a term read, cells of edit distances computed. */
const mostSteps = 1_000_000;

let steps = 0;
beforeEach(() => {
  steps = 0;
});
const { find } = openSearch(searchData(loadKnowledgeBase()), (more) => {
  steps += more;
  if (steps > mostSteps) throw new Error(`more than ${mostSteps} steps`);
});
const megabyte = 1_000_000;
const repeated = (text: string) => text.repeat(Math.ceil(megabyte / text.length));

test('steps are counted', () => {
  find('alert fatigue');
  const found = steps;
  expect(found).toBeGreaterThan(50);
  find('tyopgraphical');
  expect(steps - found).toBeGreaterThan(1000);
});

test.each([
  ['one letter', repeated('a')],
  ['letters and digits', repeated('a7b3c9d2')],
  ['a word', repeated('alert')],
  ['a word and a space', repeated('alert ')],
  ['words with typos', repeated('alerrt fatuige drfit lebals ')],
  ['words joined by hyphens', repeated('train-test-skew-')],
  ['hyphens', repeated('-')],
  ['spaces before a word', `${repeated(' ')}drift`],
  ['accents upon accents', `e${repeated('\u0301')}`],
  ['a ligature of four words', repeated('ﷺ')],
  ['a family of emoji', repeated('👩‍👩‍👧‍👦')],
  ['halves of a character', repeated('\ud83d')],
  ['the operator characters of lunr', repeated('+a*~2^3:')],
])('a megabyte of %s takes a bounded number of steps', (_, text) => {
  expect(() => find(text)).not.toThrow();
});

const letters = fc.constantFrom(...'etaoinsrhldcumfpgwybvkxjqz0123456789');
const words = (fewest: number, most: number) =>
  fc.array(fc.string({ unit: letters, minLength: fewest, maxLength: most }), { minLength: 60, maxLength: 90 });

test.each([
  ['any characters', fc.string({ unit: 'binary', maxLength: 2000 })],
  ['letters without a space', fc.string({ unit: letters, minLength: 100, maxLength: 2000 })],
  ['short made-up words', words(4, 5).map((list) => list.join(' '))],
  ['words that may have two typos', words(9, 9).map((list) => list.join(' '))],
  ['the longest words that may have typos', words(20, 24).map((list) => list.join(' '))],
])('random texts of %s take a bounded number of steps', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (text) => {
      steps = 0;
      find(text);
    }),
    { numRuns: 20 },
  );
});

test('typos are tolerated in words of up to 24 letters, but not in longer words', () => {
  const longest = 'operationalizationmaxims'; // a real word would do, but the index has none of 24 letters
  expect(longest).toHaveLength(24);
  find(longest);
  const withTypos = steps;
  find(`${longest}s`);
  expect(steps - withTypos).toBeLessThan(50);
  expect(withTypos).toBeGreaterThan(1000);
});

test('cutQuery(text) keeps the first characters and says whether there were more', () => {
  expect(cutQuery(' drift ')).toEqual({ words: 'drift', isCut: false });
  expect(cutQuery('d'.repeat(queryLimit))).toEqual({ words: 'd'.repeat(queryLimit), isCut: false });
  expect(cutQuery('d'.repeat(queryLimit + 1))).toEqual({ words: 'd'.repeat(queryLimit), isCut: true });
});

test.each([
  ['an emoji at the limit', `${'d'.repeat(queryLimit - 1)}😀😀`, 'd'.repeat(queryLimit - 1)],
  ['an emoji just within it', `${'d'.repeat(queryLimit - 2)}😀😀`, `${'d'.repeat(queryLimit - 2)}😀`],
  ['the first half of an emoji', 'drift \ud83d', 'drift'],
  ['the second half of an emoji', '\ude00drift', 'drift'],
  ['nothing but halves', '\ude00\ud83d', ''],
])('cutQuery(text) keeps only whole characters: %s', (_, text, words) => {
  expect(cutQuery(text).words).toBe(words);
  expect(() => encodeURIComponent(cutQuery(text).words)).not.toThrow();
});

test('find(text) searches only the first characters of a longer text', () => {
  expect(find(`alert fatigue ${' '.repeat(queryLimit)} feature store`).hits[0]?.id).toBe('alert-fatigue');
});

/** The edit distance by definition, counting swaps of neighbours as one edit: slow, but without shortcuts. */
function distanceOf(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const isSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    distanceOf(restA, b) + 1,
    distanceOf(a, restB) + 1,
    distanceOf(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    ...(isSwapped ? [distanceOf(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
  );
}

test('nearTerms(word, distance, terms) finds exactly the terms within an edit distance', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 1, max: 2 }),
      fc.uniqueArray(text, { maxLength: 20 }),
      (word, distance, any) => {
        const terms = any.toSorted();
        const near = terms.filter((term) => distanceOf(word, term) <= distance);
        expect(nearTerms(word, distance, terms, () => undefined)).toEqual(near);
      },
    ),
  );
});
