import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { isStopWord, stemOf, termsOf, wordsOf } from '../../src/search/analyse.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { searchCards } from '../../src/search/card.ts';
import { splitDocuments } from '../../src/search/document-words.ts';
import { fieldBoosts, type SearchDocument } from '../../src/search/documents.ts';
import { bestSentence, markTerms, splitWords } from '../../src/search/excerpt.ts';
import { stepToWeight, weightToStep } from '../../src/search/index-data.ts';
import { readNumbers, writeNumbers } from '../../src/search/numbers.ts';
import { openIndex } from '../../src/search/open-index.ts';
import { openSearch } from '../../src/search/query.ts';
import { searchData } from '../../src/search/search-data.ts';

const kb = loadKnowledgeBase();
const data = searchData(kb);
/** As the browser gets it: through JSON. */
const { find } = openSearch(JSON.parse(JSON.stringify(data)));
const titles = [...kb.entries.values()].map(({ id, title }) => ({ id, title }));
const idsOf = (text: string) => find(text).hits.map(({ id }) => id);

test('searchCards(search, cards) formats the best hits only, up to the number asked for', () => {
  const cards = [...kb.entries.values()].map(({ id, kind, title, aliases, summary, symptoms }) => ({
    id,
    kind,
    title,
    plain: '',
    aliases,
    summary,
    symptoms,
  }));
  const findCards = searchCards({ find }, cards);
  const all = findCards('drift');
  expect(all.hits.map(({ id }) => id)).toEqual(idsOf('drift'));
  expect(findCards('drift', 3)).toEqual({ ...all, hits: all.hits.slice(0, 3) });
  expect(all.hits.length).toBeGreaterThan(3);
});

describe('analyse', () => {
  test('wordsOf(text) drops accents and case, and also joins hyphenated words', () => {
    expect(wordsOf('Café, Sub-population: it’s')).toEqual(['cafe', 'sub', 'population', 'subpopulation', 'its']);
  });

  test('stemOf(word) is the same for British and American spelling', () => {
    for (const [british, american] of [
      ['labelling', 'labeling'],
      ['behaviour', 'behavior'],
      ['standardise', 'standardize'],
      ['modelled', 'modeled'],
    ] as const)
      expect(stemOf(british), british).toBe(stemOf(american));
  });

  test('termsOf(word) gives a word and its stem, once if they are the same', () => {
    expect(termsOf('alerts')).toEqual(['alerts', '~alert']);
    expect(termsOf('alert')).toEqual(['alert']);
  });
});

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

describe('find(text) by title', () => {
  test('an exact title always comes first', () => {
    expect(titles.filter(({ id, title }) => idsOf(title)[0] !== id)).toEqual([]);
  });

  test('an id in words always comes first', () => {
    expect(titles.filter(({ id }) => idsOf(id.replaceAll('-', ' '))[0] !== id).map(({ id }) => id)).toEqual([]);
  });

  test('every word of a title, and every prefix of three letters or more, finds it', () => {
    const missed: string[] = [];
    let count = 0;
    for (const { id, title } of titles)
      for (const word of new Set(wordsOf(title)))
        for (let length = Math.min(3, word.length); length <= word.length; length += 1) {
          count += 1;
          if (!idsOf(word.slice(0, length)).includes(id)) missed.push(`${word.slice(0, length)} for ${id}`);
        }
    expect(missed.length / count, missed.slice(0, 20).join('; ')).toBeLessThanOrEqual(0.01);
  });

  test('a typo in a word of five letters or more still finds it, at least 95 times in 100', () => {
    const missed: string[] = [];
    let count = 0;
    for (const { id, title } of titles)
      for (const word of new Set(wordsOf(title).filter(({ length }) => length >= 5)))
        for (const typo of typosOf(word)) {
          count += 1;
          if (!idsOf(typo).includes(id)) missed.push(`${typo} for ${word}`);
        }
    expect(count).toBeGreaterThan(500);
    expect(missed.length / count, missed.slice(0, 20).join('; ')).toBeLessThanOrEqual(0.05);
  });
});

/** Four typos in the middle of a word: a letter left out, doubled, changed, and two swapped. */
function typosOf(word: string): string[] {
  const middle = Math.floor(word.length / 2);
  return [
    word.slice(0, middle) + word.slice(middle + 1),
    word.slice(0, middle) + word[middle] + word.slice(middle),
    `${word.slice(0, middle)}${word[middle] === 'q' ? 'z' : 'q'}${word.slice(middle + 1)}`,
    word.slice(0, middle - 1) + word[middle] + word[middle - 1] + word.slice(middle + 1),
  ].filter((typo) => typo !== word);
}

test('every term and synonym of the glossary finds its entries among the first ten', () => {
  const missed = [...kb.glossary.values()].flatMap(({ term, synonyms, entries }) =>
    [term, ...synonyms].flatMap((word) => {
      const first = idsOf(word).slice(0, 10);
      return entries.filter((id) => !first.includes(id)).map((id) => `${word} for ${id}`);
    }),
  );
  expect(missed).toEqual([]);
});

test('find(text) accepts any text and ignores accents', () => {
  for (const text of [
    '',
    ' ',
    '日本語 検索',
    '+foo -bar ~2 ^3 title:x *',
    '"quotes"',
    '<img src=x onerror=alert(1)>',
    '\\',
    '__proto__ constructor',
  ])
    expect(() => find(text), text).not.toThrow();
  expect(idsOf('álerts fatígue')).toEqual(idsOf('alerts fatigue'));
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void find(text)));
});

test('find(text) suggests similar terms if it finds nothing', () => {
  expect(find('xqzwv').hits).toEqual([]);
  expect(find('zzzdashbord').nearest).toContain('dashboard');
});

test('find(text) finds titles by their stop words if the query has no other words', () => {
  expect(isStopWord('too')).toBe(true);
  expect(idsOf('too')).toContain('feedback-delays');
});

describe('excerpts', () => {
  const terms = new Set(['alerts', '~alert']);

  test('markTerms(text, terms) marks the words that have a term and keeps every letter', () => {
    const text = 'An alert, two Alerts; nothing <b>else</b>.';
    const pieces = markTerms(splitWords(text), new Set(['alert', ...terms]));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text)).toEqual(['alert', 'Alerts']);
  });

  test('bestSentence(sentences, terms) takes the one with the most matching words, the first if there are none', () => {
    const best = (sentences: string[], matchedTerms: ReadonlySet<string>) =>
      bestSentence(sentences.map(splitWords), matchedTerms)
        .map((part) => part.text)
        .join('');
    expect(best(['No match.', 'Two alerts here.'], terms)).toBe('Two alerts here.');
    expect(best(['First.', 'Second.'], new Set())).toBe('First.');
  });
});
