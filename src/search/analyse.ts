import { language } from '#messages/language.ts';
import { foldText } from '../core/text/fold-text.ts';
import { withPlainLetters } from '../core/text/plain-letters.ts';
import { searchLanguage } from './languages.ts';

/**
 * Splits text into words, for build, browser and command line alike. Words are folded (`foldText`); everything except
 * letters and digits is a separator. "Sub-population" yields `sub`, `population` and `subpopulation`, so that each
 * spelling finds the others.
 */
export function wordsOf(text: string): string[] {
  const plain = foldText(withPlainLetters(text)).replaceAll("'", '');
  return [...plain.matchAll(/[\p{L}\p{N}\p{M}]+(?:[-/][\p{L}\p{N}\p{M}]+)*/gu)].flatMap(([match]) => {
    const parts = match.split(/[-/]/);
    return parts.length > 1 && parts.length < 4 ? [...parts, parts.join('')] : parts;
  });
}

const { stemOf: stem, stopWords } = searchLanguage(language);

/** The stem of a word from `wordsOf`, in the language of the content. */
export const stemOf = (word: string): string => stem(word);

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
