/** Letters that are written for others and that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  ς: 'σ',
};
const anyPlainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** Accents and strokes on letters. Marks of other scripts, such as vowel signs, make another word and stay. */
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/**
 * Folds a text so that every way of writing the same words gives the same characters: width, style and ligatures of
 * letters, accents and case, soft hyphens and other invisible characters, and the many kinds of hyphens, apostrophes,
 * quotation marks and spaces. Accepts any text; for comparing and searching, never for showing.
 */
export const foldText = (text: string): string =>
  text
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}™℠®©]/gu, '')
    .replace(/[´ʹ\u1ffd]/g, "'") // would become a space with an accent, or stay a letter
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .normalize('NFC')
    .replace(anyPlainLetter, (letter) => plainLetters[letter] ?? letter)
    .replace(/[‘’‚‛ʻʼʽˈ′‵`՚\ua78c]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[\p{Pd}−⁃]/gu, '-')
    .replace(/[⁄∕]/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
