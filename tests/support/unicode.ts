/** Maps each ASCII character in a range to the character at the same place in another Unicode block. */
const shifted = (text: string, blocks: Readonly<Record<string, number>>): string =>
  [...text]
    .map((letter) => {
      const block = Object.entries(blocks).find(([from]) => letter >= (from[0] ?? '') && letter <= (from[2] ?? ''));
      return block ? String.fromCodePoint(block[1] + letter.charCodeAt(0) - block[0].charCodeAt(0)) : letter;
    })
    .join('');
const between = (text: string, inserted: string): string => text.replace(/(?<=\p{L})(?=\p{L})/gu, inserted);

const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ';

/** The forms in which the same words come from keyboards, word processors, PDF files and web pages. */
export const writings: Readonly<Record<string, (text: string) => string>> = {
  'full width': (text) => shifted(text, { 'a-z': 0xff41, 'A-Z': 0xff21, '0-9': 0xff10, '!-~': 0xff01 }),
  'mathematical bold': (text) => shifted(text, { 'a-z': 0x1d41a, 'A-Z': 0x1d400, '0-9': 0x1d7ce }),
  'mathematical monospace': (text) => shifted(text, { 'a-z': 0x1d68a, 'A-Z': 0x1d670, '0-9': 0x1d7f6 }),
  'letters in squares': (text) => shifted(text, { 'a-z': 0x1f130, 'A-Z': 0x1f130 }),
  'letters in circles': (text) => shifted(text, { 'a-z': 0x24d0, 'A-Z': 0x24b6 }),
  'capital letters': (text) => text.toUpperCase(),
  ligatures: (text) =>
    text.replaceAll('ffi', 'ﬃ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ').replaceAll('ff', 'ﬀ').replaceAll('st', 'ﬆ'),
  'combining accents': (text) => text.replace(/[aeiou]/g, '$&\u0301'),
  'composed accents': (text) => text.replace(/[aeiou]/g, '$&\u0308').normalize('NFC'),
  'letters struck through': (text) => between(text, '\u0336'),
  'soft hyphens': (text) => between(text, '\u00ad'),
  'zero-width spaces': (text) => between(text, '\u200b'),
  'zero-width joiners': (text) => between(text, '\u200d'),
  'word joiners': (text) => between(text, '\u2060'),
  'byte order marks': (text) => `\ufeff${text}`,
  'marks of direction': (text) => `\u202b${between(text, '\u200f')}\u202c`,
  'variation selectors': (text) => between(text, '\ufe0e'),
  'non-breaking hyphens': (text) => text.replaceAll('-', '\u2011'),
  'typographic hyphens': (text) => text.replaceAll('-', '\u2010'),
  'en dashes': (text) => text.replaceAll('-', '–'),
  'minus signs': (text) => text.replaceAll('-', '\u2212'),
  'non-breaking spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'narrow spaces': (text) => text.replaceAll(' ', '\u202f'),
  'ideographic spaces': (text) => text.replaceAll(' ', '\u3000'),
  'tabs and line breaks': (text) => text.replaceAll(' ', '\t\r\n'),
  'curly apostrophes': (text) => text.replaceAll("'", '’'),
  'letters that look like apostrophes': (text) => text.replaceAll("'", 'ʼ'),
  'acute accents for apostrophes': (text) => text.replaceAll("'", '´'),
  'curly quotation marks': (text) => `“${text}”`,
  'low quotation marks': (text) => `„${text}“`,
  'pointed quotation marks': (text) => `«\u202f${text}\u202f»`,
  'dotless i': (text) => text.replaceAll('i', 'ı'),
  'dotted capital I': (text) => text.replaceAll('i', 'İ'),
  'long s': (text) => text.replaceAll('s', 'ſ'),
  'the sign for kelvin': (text) => text.replaceAll('k', '\u212a'),
  'sharp s': (text) => text.replaceAll('ss', 'ß'),
  'trade marks': (text) => text.replace(/\p{L}+/u, '$&™'),
  'fullwidth slashes': (text) => text.replaceAll('/', '／'),
  'division slashes': (text) => text.replaceAll('/', '\u2215'),
};

/** The forms of letters that Unicode does not decompose, in which people write words in chats. */
export const styledWritings: typeof writings = {
  'small capitals': (text) => text.replace(/[a-z]/gi, (each) => smallCapitals[Number.parseInt(each, 36) - 10] ?? each),
  'letters in dark circles': (text) => shifted(text, { 'a-z': 0x1f150, 'A-Z': 0x1f150 }),
  'letters in dark squares': (text) => shifted(text, { 'a-z': 0x1f170, 'A-Z': 0x1f170 }),
};
