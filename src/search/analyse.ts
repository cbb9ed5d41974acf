import lunr from 'lunr';

/**
 * The one analyser of search: build, browser and command line all cut text into words with it.
 * Lower case, accents taken off, everything that is neither letter nor digit separates. "Sub-population" gives
 * `sub`, `population` and `subpopulation`, so that either way of writing finds the other.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');
  return [...plain.matchAll(/[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*/gu)].flatMap(([match]) => {
    const parts = match.split(/[-/]/);
    return parts.length > 1 && parts.length < 4 ? [...parts, parts.join('')] : parts;
  });
}

/** Brings British and American spelling to one form before stemming. */
const oneSpelling = (word: string): string =>
  word
    .replace(/^(.{3,})is(e|ed|es|er|ers|ing|ation|ations)$/, '$1iz$2')
    .replace(/^(.{3,})our(s|al|ed|ing)?$/, '$1or$2')
    .replace(/^(.{4,})ll(ed|ing|er|ers)$/, '$1l$2');

/** The stem of a word that `wordsOf` gave (Porter's algorithm, as lunr has it). */
export const stemOf = (word: string): string => lunr.stemmer(new lunr.Token(oneSpelling(word), {})).toString();

/** What the index holds for a word: the word as written, and its stem where that differs. Stems carry a mark. */
export function termsOf(word: string): string[] {
  const stem = stemOf(word);
  return stem === word ? [word] : [word, stemMark + stem];
}

/** Under which terms words of the same stem stand: the marked stem, and the word that is its own stem. */
export function stemTermsOf(word: string): string[] {
  const stem = stemOf(word);
  return [stemMark + stem, stem];
}

/** Sets stems apart from words, so that a prefix or a typo is compared with words only. */
export const stemMark = '~';

/** Words that say nothing on their own; they count only where a query has no others. */
export const isStopWord = (word: string): boolean => stopWords.has(word);
const stopWords = new Set(
  `a about after all also am an and any are as at be been before but by can cannot cant could did do does doesnt dont for from
  get gets getting had has have he her him his how i if in into is isnt it its just let like may me might my no not of off
  on once one only or other our out over own please s she should since so some such t than that the their them then there
  these they this those through to too under until up us very was wasnt we were what when where whether which while who
  whom why will with without would yet you your`.split(/\s+/),
);
