import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { markTerms, splitWords } from '../../src/search/excerpt.ts';
import { openSearch } from '../../src/search/query.ts';
import { searchData } from '../../src/search/search-data.ts';
import { styledWritings, writings } from '../support/unicode.ts';

const { find } = openSearch(searchData(loadKnowledgeBase()));
const queries = [
  'drift',
  "why isn't the offline score the live score",
  'training-serving skew',
  'train/test contamination',
  'class imbalance, first weeks',
  'p99 of 42 ms',
  'GPU',
];

test.each(
  Object.entries({ ...writings, ...styledWritings }),
)('a query written with %s finds what the plain words find', (_, write) => {
  for (const query of queries) expect(find(write(query)), query).toEqual(find(query));
});

test('an excerpt marks words despite invisible characters and non-breaking hyphens', () => {
  const pieces = markTerms(
    splitWords('A pipe\u00adline for training\u2011serving skew'),
    new Set(['pipeline', 'serving']),
  );
  expect(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([
    'pipe\u00adline',
    'training\u2011serving',
  ]);
});
