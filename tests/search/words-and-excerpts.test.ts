import { describe, expect, test } from 'vitest';
import { stemOf, termsOf, wordsOf } from '../../src/search/analyse.ts';
import { bestSentence, markTerms, splitWords } from '../../src/search/excerpt.ts';

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
