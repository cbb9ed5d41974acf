import * as messages from '#messages/other-file.ts';
import { looksLikeLink } from './extract-code.ts';
import { soundCodes } from './sound-codes.ts';

/** How other file types begin when read as text; bytes that are not valid text become U+FFFD. */
const beginnings: readonly (readonly [beginning: string, name: string])[] = [
  ['\ufffd\ufffd\u0011', messages.olderOffice],
  ['%PDF-', messages.pdf],
  ['\ufffdPNG', messages.picture],
  ['\ufffd\ufffd\ufffd', messages.picture], // JPEG
  ['GIF8', messages.picture],
  ['<svg', messages.picture],
  ['{\\rtf', messages.richText],
  ['\u001f\ufffd', messages.compressed],
  ['7z\ufffd\ufffd', messages.sevenZip],
  ['Rar!\u001a', messages.rar],
  ['BZh', messages.bzip2],
  ['\ufffd7zXZ', messages.xz],
];
/** The type of a zip archive, by something that it contains. */
const archives: readonly (readonly [folder: string, name: string])[] = [
  ['xl/', messages.excel],
  ['word/', messages.word],
  ['ppt/', messages.presentation],
  ['opendocument.spreadsheet', messages.openSpreadsheet],
  ['opendocument.text', messages.openText],
  ['opendocument.presentation', messages.presentation],
  ['.iwa', messages.iwork],
  ['', messages.zip],
];

/** The type of another kind of file, from its first characters; undefined if unknown. */
function kindOf(text: string): string | undefined {
  if (text.startsWith('PK\u0003\u0004')) return archives.find(([folder]) => text.includes(folder))?.[1];
  if (/^(RIFF.{4,9}WEBP|.{4,8}ftyp|<\?xml[^>]*>\s*<svg)/s.test(text)) return messages.picture;
  if (/^.{257}ustar/s.test(text)) return messages.tar;
  return beginnings.find(([beginning]) => text.startsWith(beginning))?.[1];
}

/** Whether a text speaks of a file of answers or proposals as JSON does: such a text is no link, whatever is around it. */
export const mentionsData = (text: string): boolean =>
  !text.includes('\0') && /\btrivium-(answers|proposals)\b/.test(text) && (text.includes('{') || !holdsLink(text));

/** Whether the first two lines look like a table: both have the same number of commas, semicolons or tabs. */
function isTable(text: string): boolean {
  const [head = '', next = ''] = text.split(/\r?\n/, 2);
  const count = (line: string, separator: string) => line.split(separator).length;
  return [',', ';', '\t'].some(
    (separator) => count(head, separator) > 1 && count(head, separator) === count(next, separator),
  );
}

/** Whether a text holds a link: whole, or damaged but with its "#". */
const holdsLink = (text: string): boolean => /(#|%23)[\w-]{20}/.test(text) || soundCodes(text).length > 0;

/** UTF-32 and UTF-16, with or without their mark, read as UTF-8. */
const wide: readonly (readonly [beginning: RegExp, name: string])[] = [
  [/^(\ufffd\ufffd\0\0|\0\0\ufffd\ufffd|([^\0]\0{3}){2}|(\0{3}[^\0]){2})/, messages.utf32],
  [/^\ufffd{0,2}(?:(?:[^\0]\0){4}|(?:\0[^\0]){4})/, messages.utf16],
];

/** A name for a text that holds no JSON, page or link; undefined if it may hold one. */
export function otherFileName(text: string): string | undefined {
  const kind = kindOf(text);
  if (kind !== undefined) return soundCodes(text).length > 0 ? undefined : kind;
  if (mentionsData(text)) return undefined;
  if (/^<\?xml/i.test(text)) return holdsLink(text) ? undefined : messages.xml;
  if (/^[{[<]/.test(text) && !text.includes('\0')) return undefined;
  const encoding = wide.find(([beginning]) => beginning.test(text));
  if (encoding) return encoding[1];
  if (text.includes('\0')) return soundCodes(text).length > 0 ? undefined : messages.otherKind;
  if (isTable(text) && !holdsLink(text)) return messages.table;
  const isJson = /^("|null$|true$|false$|-?\d+$)/.test(text);
  return isJson || looksLikeLink(text) ? undefined : messages.textWithoutLink;
}

/** The problem if a text is another type of file, or has no link. Says what it is and what would work. */
export function otherFileProblem(text: string): string | undefined {
  const name = otherFileName(text);
  if (name === undefined) return undefined;
  return messages.thisIs(name);
}
