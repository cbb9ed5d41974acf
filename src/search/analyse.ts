import lunr from 'lunr';
import { foldText } from '../core/text/fold-text.ts';

/**
 * Splits text into words, for build, browser and command line alike. Words are folded (`foldText`); everything except
 * letters and digits is a separator. "Sub-population" yields `sub`, `population` and `subpopulation`, so that each
 * spelling finds the others.
 */
export function wordsOf(text: string): string[] {
  const plain = foldText(text).replaceAll("'", '');
  return [...plain.matchAll(/[\p{L}\p{N}\p{M}]+(?:[-/][\p{L}\p{N}\p{M}]+)*/gu)].flatMap(([match]) => {
    const parts = match.split(/[-/]/);
    return parts.length > 1 && parts.length < 4 ? [...parts, parts.join('')] : parts;
  });
}

/** Turns British into American spelling, before stemming. */
const oneSpelling = (word: string): string =>
  word
    .replace(/^(.{3,})is(e|ed|es|er|ers|ing|ation|ations)$/, '$1iz$2')
    .replace(/^(.{3,})our(s|al|ed|ing)?$/, '$1or$2')
    .replace(/^(.{4,})ll(ed|ing|er|ers)$/, '$1l$2');

/** The stem of a word from `wordsOf`, by lunr's implementation of Porter's algorithm. */
export const stemOf = (word: string): string => lunr.stemmer(new lunr.Token(oneSpelling(word), {})).toString();

/** The terms of the index for a word: the word as written, and its marked stem if that differs. */
export function termsOf(word: string): string[] {
  const stem = stemOf(word);
  return stem === word ? [word] : [word, stemMark + stem];
}

/** The terms that words of the same stem share: the marked stem, and the word that is its own stem. */
export function stemTermsOf(word: string): string[] {
  const stem = stemOf(word);
  return [stemMark + stem, stem];
}

/** Marks stems, so that prefixes and typos match words only. */
export const stemMark = '~';

/** Whether a word says nothing on its own. Such words count only if a query has no others. */
export const isStopWord = (word: string): boolean => stopWords.has(word);
const stopWords = new Set(
  `a about after all also am an and any are as at be been before but by can cannot cant could did do does doesnt dont for from
  get gets getting had has have he her him his how i if in into is isnt it its just let like may me might my no not of off
  on once one only or other our out over own please s she should since so some such t than that the their them then there
  these they this those through to too under until up us very was wasnt we were what when where whether which while who
  whom why will with without would yet you your`.split(/\s+/),
);
