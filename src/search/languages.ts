import lunr from 'lunr';

/** What the search has to know about a language. */
export interface SearchLanguage {
  /** The stem that the forms of a word share. */
  stemOf(word: string): string;
  /** Words that say nothing on their own. Such words count only if a query has no others. */
  stopWords: ReadonlySet<string>;
}

/** Turns British into American spelling, before stemming. */
const oneSpelling = (word: string): string =>
  word
    .replace(/^(.{3,})is(e|ed|es|er|ers|ing|ation|ations)$/, '$1iz$2')
    .replace(/^(.{3,})our(s|al|ed|ing)?$/, '$1or$2')
    .replace(/^(.{4,})ll(ed|ing|er|ers)$/, '$1l$2');

const english: SearchLanguage = {
  /** Porter's algorithm, as lunr has it. */
  stemOf: (word) => lunr.stemmer(new lunr.Token(oneSpelling(word), {})).toString(),
  stopWords: new Set(
    `a about after all also am an and any are as at be been before but by can cannot cant could did do does doesnt dont for
    from get gets getting had has have he her him his how i if in into is isnt it its just let like may me might my no not of
    off on once one only or other our out over own please s she should since so some such t than that the their them then
    there these they this those through to too under until up us very was wasnt we were what when where whether which while
    who whom why will with without would yet you your`.split(/\s+/),
  ),
};

/** A language that nobody has described yet: words are found as they are written. */
const unknown: SearchLanguage = { stemOf: (word) => word, stopWords: new Set() };

const languages: Readonly<Record<string, SearchLanguage>> = { en: english };

/** The languages whose word forms the search knows. */
export const searchLanguages: readonly string[] = Object.keys(languages);

/**
 * What the search knows about a language, by its tag: `en` or `en-GB`. In a language that it does not know, which `trivium
 * check` reports, words are found as they are written.
 */
export const searchLanguage = (tag: string): SearchLanguage => languages[tag.split('-')[0] ?? ''] ?? unknown;
