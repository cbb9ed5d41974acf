import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { openSearch } from '../../src/search/query.ts';
import { searchData } from '../../src/search/search-data.ts';
import { judge, readNonsense, readQueries } from '../support/relevance.ts';

const { find } = openSearch(searchData(loadKnowledgeBase()));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const judged = readQueries().map((query) => judge(query, find(query.query).hits));

test('there are at least 60 judged queries for tuning and 30 unseen ones, and their entries exist', () => {
  const kb = loadKnowledgeBase();
  expect(judged.filter(({ set }) => set === 'tune').length).toBeGreaterThanOrEqual(60);
  expect(judged.filter(({ set }) => set === 'unseen').length).toBeGreaterThanOrEqual(30);
  expect(judged.flatMap(({ relevant }) => relevant).filter((id) => !kb.entries.has(id))).toEqual([]);
});

test('find(query): mean reciprocal rank of at least 0.95 and recall at five of at least 0.97 on study queries', () => {
  const ofStudy = judged.filter(({ set }) => set !== 'field');
  expect(mean(ofStudy.map(({ reciprocalRank }) => reciprocalRank))).toBeGreaterThanOrEqual(0.95);
  expect(mean(ofStudy.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.97);
});

test('queries on language models, with names of tools and at night find an answer first, or at least among five', () => {
  const ofField = judged.filter(({ set }) => set === 'field');
  expect(ofField.length).toBeGreaterThanOrEqual(60);
  expect(mean(ofField.map(({ reciprocalRank }) => reciprocalRank))).toBeGreaterThanOrEqual(0.94);
  const unanswered = ofField.filter(({ reciprocalRank }) => reciprocalRank < 1 / 5).map(({ query }) => query);
  const answered = ofField.filter(({ reciprocalRank }) => reciprocalRank >= 1 / 5);
  expect(
    answered.length / ofField.length,
    `Not answered among five: ${unanswered.join('; ')}. If a new entry answers one, write its id into tests/fixtures/queries.yaml`,
  ).toBeGreaterThanOrEqual(0.97);
  expect(mean(ofField.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.97);
});

test.each(readNonsense())('nothing is found for nonsense: %s', (query) => {
  expect(find(query).hits).toEqual([]);
});
