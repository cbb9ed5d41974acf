import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { isStopWord, stemOf, termsOf, wordsOf } from '../../src/search/analyse.ts';
import type { SearchDocument } from '../../src/search/documents.ts';
import { bestSentence, cutText, markTerms } from '../../src/search/excerpt.ts';
import { buildIndex, openIndex } from '../../src/search/index-data.ts';
import { readNumbers, writeNumbers } from '../../src/search/numbers.ts';
import { openSearch } from '../../src/search/query.ts';
import { searchData } from '../../src/search/search-data.ts';

const kb = loadKnowledgeBase();
const data = searchData(kb);
/** As the browser gets it: through JSON. */
const { find } = openSearch(JSON.parse(JSON.stringify(data)));
const titles = [...kb.entries.values()].map(({ id, title }) => ({ id, title }));
const idsOf = (text: string) => find(text).hits.map(({ id }) => id);

describe('analyse', () => {
  test('wordsOf takes accents and case off and joins hyphenated words as well', () => {
    expect(wordsOf('Café, Sub-population: it’s')).toEqual(['cafe', 'sub', 'population', 'subpopulation', 'its']);
  });

  test('stemOf brings British and American spelling together', () => {
    for (const [british, american] of [
      ['labelling', 'labeling'],
      ['behaviour', 'behavior'],
      ['standardise', 'standardize'],
      ['modelled', 'modeled'],
    ] as const)
      expect(stemOf(british), british).toBe(stemOf(american));
  });

  test('termsOf gives a word and its stem, once where they are the same', () => {
    expect(termsOf('alerts')).toEqual(['alerts', '~alert']);
    expect(termsOf('alert')).toEqual(['alert']);
  });
});

test('readNumbers reads what writeNumbers wrote', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200_000)), (numbers) => {
      expect(readNumbers(writeNumbers(numbers))).toEqual(numbers);
      expect(writeNumbers(numbers)).toMatch(/^[#-~]*$/);
    }),
  );
});

test('openIndex(buildIndex(documents)) holds for each term the entries and weights that lunr gives', () => {
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
    body,
  });
  const documents = [
    document('a', 'Alert fatigue', 'pages ring nightly'),
    document('b', 'Quiet alerts', 'nightly noise'),
  ];
  const { index, terms } = openIndex(JSON.parse(JSON.stringify(buildIndex(documents))));
  const plain = lunr(function () {
    this.ref('id');
    this.field('title');
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.tokenizer = ((text: string) =>
      wordsOf(String(text))
        .flatMap(termsOf)
        .map((term) => new lunr.Token(term, {}))) as never;
    for (const each of documents) this.add(each);
  });
  expect(terms).toEqual([...terms].toSorted());
  for (const term of ['alert', 'alerts', '~alert', 'fatigue', 'quiet'])
    expect(
      index
        .query((query) => query.term(term, { usePipeline: false }))
        .map(({ ref }) => ref)
        .toSorted(),
      term,
    ).toEqual(
      plain
        .query((query) => query.term(term, { usePipeline: false }))
        .map(({ ref }) => ref)
        .toSorted(),
    );
  const [nightly] = index.query((query) => query.term('nightly', { usePipeline: false }));
  expect(nightly?.score).toBeGreaterThan(0);
});

describe('what a title promises', () => {
  test('an exact title comes first, always', () => {
    expect(titles.filter(({ id, title }) => idsOf(title)[0] !== id)).toEqual([]);
  });

  test('an id in words comes first, always', () => {
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

  test('a slip of one letter in a word of five or more still finds it, at least 95 times in 100', () => {
    const missed: string[] = [];
    let count = 0;
    for (const { id, title } of titles)
      for (const word of new Set(wordsOf(title).filter(({ length }) => length >= 5)))
        for (const slip of slipsOf(word)) {
          count += 1;
          if (!idsOf(slip).includes(id)) missed.push(`${slip} for ${word}`);
        }
    expect(count).toBeGreaterThan(500);
    expect(missed.length / count, missed.slice(0, 20).join('; ')).toBeLessThanOrEqual(0.05);
  });
});

/** A letter left out, doubled, changed, and two in the wrong order: one of each in the middle of a word. */
function slipsOf(word: string): string[] {
  const at = Math.floor(word.length / 2);
  return [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at] + word.slice(at),
    `${word.slice(0, at)}${word[at] === 'q' ? 'z' : 'q'}${word.slice(at + 1)}`,
    word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1),
  ].filter((slip) => slip !== word);
}

test('every term and synonym of the glossary finds each entry it leads to among the first ten', () => {
  const missed = [...kb.glossary.values()].flatMap(({ term, synonyms, entries }) =>
    [term, ...synonyms].flatMap((word) => {
      const first = idsOf(word).slice(0, 10);
      return entries.filter((id) => !first.includes(id)).map((id) => `${word} for ${id}`);
    }),
  );
  expect(missed).toEqual([]);
});

test('nothing that can be typed is an error, and accents do not matter', () => {
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

test('a query that meets nothing keeps an empty list and names near words', () => {
  expect(find('xqzwv').hits).toEqual([]);
  expect(find('zzzdashbord').nearest).toContain('dashboard');
});

test('stop words alone still find titles that have them', () => {
  expect(isStopWord('too')).toBe(true);
  expect(idsOf('too')).toContain('feedback-delays');
});

describe('excerpts', () => {
  const terms = new Set(['alerts', '~alert']);

  test('markTerms marks words whose term was met and keeps every letter', () => {
    const text = 'An alert, two Alerts; nothing <b>else</b>.';
    const pieces = markTerms(cutText(text), new Set(['alert', ...terms]));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ isMarked }) => isMarked).map((piece) => piece.text)).toEqual(['alert', 'Alerts']);
  });

  test('bestSentence takes the sentence with the most words met, the first where none is', () => {
    const best = (sentences: string[], met: ReadonlySet<string>) =>
      bestSentence(sentences.map(cutText), met)
        .map((part) => part.text)
        .join('');
    expect(best(['No match.', 'Two alerts here.'], terms)).toBe('Two alerts here.');
    expect(best(['First.', 'Second.'], new Set())).toBe('First.');
  });
});
