import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { orderedEntries } from '../../src/core/knowledge/graph.ts';
import { splitDocuments } from '../../src/search/document-words.ts';
import { searchDocuments } from '../../src/search/documents.ts';
import { openSearch } from '../../src/search/query.ts';
import { relatedEntries } from '../../src/search/related-entries.ts';
import { searchData } from '../../src/search/search-data.ts';
import { relatedness } from '../../src/search/weights.ts';

const kb = loadKnowledgeBase();
const documents = splitDocuments(searchDocuments(kb, orderedEntries(kb)));
const related = relatedEntries(kb, documents);
const relatedTo = (id: string) =>
  (related[documents.findIndex((document) => document.id === id)] ?? []).map(([entry]) => documents[entry]?.id);

test('relatedEntries(kb, documents) has the remedies of an entry, and entries with similar texts', () => {
  expect(relatedTo('alert-fatigue')).toEqual(expect.arrayContaining(['actionable-alerts', 'self-tuning-alerts']));
  expect(relatedTo('data-leakage')).toContain('leakage-review');
});

test('no entry is related to itself, and each passes on less than its own score', () => {
  related.forEach((list, index) => {
    expect(list.length).toBeGreaterThanOrEqual(relatedness.similarCount);
    expect(list.map(([entry]) => entry)).not.toContain(index);
    for (const [, percentage] of list) expect(percentage).toBeLessThan(100);
  });
});

test('relations lift entries that match a query less well, but never change which entries are found', () => {
  const data = searchData(kb);
  const idsOf = (relations: typeof data.related) =>
    openSearch({ ...data, related: relations })
      .find('agent tracing multi step')
      .hits.map(({ id }) => id);
  const [lifted, alone] = [idsOf(data.related), idsOf([])];
  expect(lifted.indexOf('feature-history')).toBeLessThan(alone.indexOf('feature-history'));
  expect(lifted.toSorted()).toEqual(alone.toSorted());
});
