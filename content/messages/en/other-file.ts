// Kinds of files that hold no answers, as `thisIs` names them.

export const olderOffice = 'an older Office file, such as an Excel workbook';
export const pdf = 'a PDF';
export const picture = 'a picture';
export const richText = 'a rich-text document';
export const compressed = 'a compressed file';
export const sevenZip = 'a 7z archive';
export const rar = 'a RAR archive';
export const tar = 'a tar archive';
export const bzip2 = 'a file compressed by bzip2';
export const xz = 'a file compressed by xz';
export const openSpreadsheet = 'an OpenDocument spreadsheet';
export const openText = 'an OpenDocument text';
export const iwork = 'a document of Numbers, Pages or Keynote';
export const excel = 'an Excel workbook';
export const word = 'a Word document';
export const presentation = 'a presentation';
export const zip = 'a zip archive';
export const utf32 = 'a text in UTF-32, which has to be saved as UTF-8 first';
export const utf16 = 'a text in UTF-16, which has to be saved as UTF-8 first';
export const xml = 'an XML file';
export const otherKind = 'a file of another kind';
export const table = 'a table (CSV)';
export const textWithoutLink = 'a text without a link';
export const thisIs = (name: string): string =>
  `This is ${name}. What works is a downloaded file of answers (.json), a saved report (.html), or a link to a report.`;
export const otherEncoding =
  'It is not in UTF-8, so letters such as "ä" or "é" would be lost. Save it as UTF-8, or choose the file as Trivium wrote it.';
