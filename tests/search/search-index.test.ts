import fc from 'fast-check';
import lunr from 'lunr';
import { expect, test } from 'vitest';
import { isStopWord, termsOf, wordsOf } from '../../src/search/analyse.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { splitDocuments } from '../../src/search/document-words.ts';
import { fieldBoosts, type SearchDocument } from '../../src/search/documents.ts';
import { stepToWeight, weightToStep } from '../../src/search/index-data.ts';
import { readNumbers, writeNumbers } from '../../src/search/numbers.ts';
import { openIndex } from '../../src/search/open-index.ts';

test('readNumbers(writeNumbers(numbers)) gives the same numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200_000)), (numbers) => {
      expect(readNumbers(writeNumbers(numbers))).toEqual(numbers);
      expect(writeNumbers(numbers)).toMatch(/^[#-~]*$/);
    }),
  );
});

/** The parts of lunr's JSON that are read here. */
interface LunrJson {
  /** Terms and weights of each field of each document (`title/a`): index of a term, its weight, and so on. */
  fieldVectors: [key: string, vector: number[]][];
  invertedIndex: [term: string, posting: { _index: number }][];
}

/** The weight of each entry for a term, summed over the fields of a lunr index. */
function weightsOfLunr({ fieldVectors, invertedIndex }: LunrJson, term: string): Map<string, number> {
  const place = invertedIndex.find(([known]) => known === term)?.[1]._index;
  const sums = new Map<string, number>();
  for (const [key, vector] of fieldVectors) {
    const at = vector.findIndex((each, index) => index % 2 === 0 && each === place);
    const id = key.slice(key.indexOf('/') + 1);
    if (at >= 0) sums.set(id, (sums.get(id) ?? 0) + (vector[at + 1] ?? 0));
  }
  return sums;
}

test('openIndex(buildIndex(documents)) has the entries and the weights of each term that lunr has', () => {
  const document = (id: string, title: string, body: string): SearchDocument => ({
    id,
    kind: 'practice',
    title,
    names: '',
    terms: '',
    alsoTerms: '',
    symptoms: '',
    asked: '',
    summary: '',
    practice: '',
    hosted: '',
    body,
  });
  const documents = [
    document('a', 'Alert fatigue', 'pages ring nightly'),
    document('b', 'Quiet alerts', 'nightly noise, by noise upon noise'),
    document('c', 'A long tail', 'bugs ring'),
  ];
  const index = openIndex(JSON.parse(JSON.stringify(buildIndex(splitDocuments(documents)))), () => undefined);
  const plain = lunr(function () {
    this.ref('id');
    this.field('title', { boost: fieldBoosts.title });
    this.field('body', { boost: fieldBoosts.body });
    this.b(0.5);
    this.pipeline.reset();
    this.tokenizer = ((text: string) =>
      wordsOf(String(text))
        .filter((word) => !isStopWord(word) || word === 'a')
        .flatMap(termsOf)
        .map((term) => new lunr.Token(term, {}))) as never;
    for (const entry of documents) this.add(entry);
  }).toJSON() as LunrJson;
  expect(plain.invertedIndex.length).toBeGreaterThan(12);
  for (const [term] of [...plain.invertedIndex, ['nobody'] as const]) {
    const found = [...(index.postingOf(term) ?? [])].map(([entry, weight]) => [documents[entry]?.id, weight]);
    const expected = [...weightsOfLunr(plain, term)].map(([id, weight]) => [id, stepToWeight(weightToStep(weight))]);
    expect(found, term).toEqual(expected.toSorted());
  }
  expect(index.words).toEqual([...index.words].toSorted());
  expect(index.wordsFrom('al')).toEqual(['alert', 'alerts']);
  expect(index.wordsFrom('alerts!')).toEqual([]);
});
