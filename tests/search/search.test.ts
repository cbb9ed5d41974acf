import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { isStopWord, wordsOf } from '../../src/search/analyse.ts';
import { searchCards } from '../../src/search/card.ts';
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
