/** Letters that Unicode does not decompose, each with its replacement. Short, because pages load it. */
const plainLetters = new Map(
  'ßss æae œoe øo đd ðd þth ħh ıi łl ŧt ςσ'.split(' ').map((pair) => [pair[0], pair.slice(1)]),
);

/** Accents and strokes on letters. Marks of other scripts, such as vowel signs, stay because they make another word. */
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/**
 * Folds a text so that every spelling of the same words yields the same characters. Ignores width, style, ligatures,
 * accents and case, soft hyphens and other invisible characters, and variants of hyphens, apostrophes, quotation marks
 * and spaces. Accepts any text; for comparing and searching, never for display.
 */
export const foldText = (text: string): string =>
  text
    .replace(/[\p{DI}\p{Cf}™®]/gu, '')
    .replaceAll('´', "'") // NFKD would make it a space with an accent
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .normalize('NFC')
    .replace(/[ß-ς]/g, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/[‘’‚‛ʹʻʼ′`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/[⁄∕]/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
