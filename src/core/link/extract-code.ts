/** Maximum length of a text to look for a link in: room for a link that was percent-encoded twice, with some words. */
export const longestLinkText = 65_536;

/** Undoes percent-encoding, up to three times. A text that only looks encoded stays as it is. */
function decodePercents(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/i.test(plain); round += 1) {
    plain = plain.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return plain;
}

/** Decodes an address that Proofpoint (version 2) rewrote, with "-" for "%" and "_" for "/". */
const decodeProofpoint = (text: string): string =>
  /urldefense\.proofpoint\.com\/v2/i.test(text)
    ? text.replaceAll('_', '/').replaceAll(/-(?=[0-9a-f]{2})/gi, '%')
    : text;

/** Invisible characters: soft hyphens, zero-width characters, byte order marks. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** A line break inside a link, with what mail programs add: "=" before it, quote marks after it. */
const lineBreak = /=?[ \t]{0,9}(\r\n|\r|\n)[ \t>]{0,9}/g;

/** The characters at the start of a text that may be a code, without trailing punctuation. */
function codeAtStart(text: string): string {
  const run = /^[\w-]*/.exec(text.trimStart())?.[0] ?? '';
  let end = run.length;
  while (end > 0 && '-_'.includes(run[end - 1] ?? '')) end -= 1;
  return run.slice(0, end);
}

/** Undoes the encoding of chat and mail programs, and removes invisible characters. */
export const plainOf = (text: string): string =>
  decodePercents(decodeProofpoint(text)).replaceAll(invisible, '').replaceAll('&amp;', '&').trim();

/** The longest runs of letters and digits in a text, longest first: a code may have lost its "#" on the way. */
function longRuns(text: string): string[] {
  const runs = text.match(/[\w-]{20,}/g) ?? [];
  return runs
    .map(codeAtStart)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 8);
}

/**
 * The codes that a text may hold, the likeliest first; the checksum tells which one is right. Takes a whole address, the
 * part after its "#", or a bare code, as written or as chat and mail programs leave it: with wrapped lines,
 * percent-encoding, `&amp;`, or punctuation and words around it, inside the address of a link-checking gateway, or
 * without its "#". Empty if nothing looks like a code.
 */
export function extractCodes(text: string): string[] {
  if (text.length > longestLinkText) return [];
  const plain = plainOf(text);
  const parts = plain.split('#');
  const isAddress = parts.length === 1 && plain.includes('://');
  const fragments = parts.length > 1 ? parts.slice(1, 9) : isAddress ? [] : parts;
  const asWritten = fragments.map(codeAtStart).toSorted((a, b) => b.length - a.length);
  const unwrapped = fragments.map((fragment) => codeAtStart(fragment.replaceAll(lineBreak, '')));
  const withoutSpaces = fragments.map((fragment) => codeAtStart(fragment.replaceAll(/\s/g, '')));
  const runs = [...longRuns(plain), ...longRuns(plain.replaceAll(lineBreak, ''))];
  return [...new Set([...asWritten, ...unwrapped, ...withoutSpaces, ...runs])].filter((code) => code !== '');
}

/** Whether a text that is not JSON looks like a link: it has a "#", "://", or a long run of letters and digits. */
export const looksLikeLink = (text: string): boolean => /#|%23|:\/\/|[\w-]{20}/.test(text);
