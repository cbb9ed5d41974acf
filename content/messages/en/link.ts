// Why a link, or a text that may hold one, cannot be read.

const copyAgain = 'Copy it again as a whole, or ask for the file of answers.';

export const textTooLong = (limit: number): string =>
  `There is no link in this text, which has more than ${limit} characters. Paste the link alone.`;
export const noLink =
  'There is no link in this text. A link to a report ends with a "#" and a row of letters and digits. Copy it again as a whole.';
export const severalLinks = (count: number): string =>
  `There are ${count} different links in this text. Open one at a time.`;
export const strangeLetter = (strange: string): string =>
  `This link is damaged: it has a ${strange}, and links have only letters, digits, "-" and "_" after their "#". ${copyAgain}`;
export const cutOffAfter = (code: string): string =>
  `This link is cut off: after its "#" there is only ${code}. ${copyAgain}`;
export const addedText = (added: string): string =>
  `This link has ${added} after its end. Remove that, and open the link again.`;
/** @param hasHash whether the text has a "#", after which a link should begin */
export const damagedBeginning = (code: string, hasHash: boolean): string =>
  `This link is damaged at its beginning: ${hasHash ? `after "#" it has ${code}` : `it has no "#", and ${code} begins no link`}. ${copyAgain}`;
export const notPacked = 'A text could not be packed.';
export const damaged = `This link is damaged: something in it was changed on its way. ${copyAgain}`;
export const cutOff = `This link is cut off: its end is missing. ${copyAgain}`;
export const empty = 'It is empty. Choose a file of answers, or paste a link to a report.';
export const damagedFile =
  'This is a file of answers that is cut off, or was changed on its way. Choose the file itself, or copy its text as a whole.';
export const pageWithoutAnswers =
  'This page holds no answers. Choose a report that Trivium saved, or a file of answers.';
export const cannotUnpack =
  'This link holds texts, which this browser cannot unpack. Open it in a newer browser, or ask for the file of the answers.';
export const otherFormat = (version: number, known: string): string =>
  `This link has format version ${version}; this Trivium reads versions ${known}. Use a newer Trivium to open it.`;
/** @param answered the official pack, or the fingerprint of an unknown one */
export function otherPack(
  answered: { id: string; version: string } | string,
  known: { id: string; version: string; print: string },
): string {
  const whose =
    typeof answered === 'string'
      ? `a pack with fingerprint ${answered}`
      : `the pack "${answered.id}", version ${answered.version}`;
  return `This link holds answers to ${whose}; this Trivium has version ${known.version} of "${known.id}", fingerprint ${known.print}. Open it with the Trivium that wrote it.`;
}
