/** The direction in which a language is written. */
export type Direction = 'ltr' | 'rtl';

/** Scripts that run from right to left, with the languages that are written in them unless their tag says otherwise. */
const rightToLeft = {
  scripts: new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']),
  languages: new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']),
};

/**
 * The direction of a language by its tag (BCP 47), such as `he` or `ks-Deva`. A script in the tag decides; a language that
 * is not known runs from left to right.
 */
export function directionOf(tag: string): Direction {
  const [language = '', ...rest] = tag.split('-');
  const script = rest.find((part) => /^[A-Za-z]{4}$/.test(part));
  const isRightToLeft = script
    ? rightToLeft.scripts.has(script.charAt(0).toUpperCase() + script.slice(1).toLowerCase())
    : rightToLeft.languages.has(language.toLowerCase());
  return isRightToLeft ? 'rtl' : 'ltr';
}
