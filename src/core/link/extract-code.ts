/** A text with a link in it may be this long: a link that was percent-encoded twice, and some words around it. */
const longestText = 65_536;

/** Undoes percent-encoding as often as it was done, up to three times; a text that only looks encoded stays. */
function decoded(text: string): string {
  let plain = text;
  for (let time = 0; time < 3 && /%[0-9a-f]{2}/i.test(plain); time += 1) {
    plain = plain.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return plain;
}

/** Characters that are not seen: soft hyphens, marks of width zero, byte order marks. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** A line break inside a link, with what mail puts around it: "=" before, quote marks after. */
const lineBreak = /=?[ \t]{0,9}(\r\n|\r|\n)[ \t>]{0,9}/g;

/** What a text begins with that may be a code; punctuation that clings to its end is cut off. */
function codeAt(text: string): string {
  const run = /^[\w-]*/.exec(text.trimStart())?.[0] ?? '';
  let end = run.length;
  while (end > 0 && '-_'.includes(run[end - 1] ?? '')) end -= 1;
  return run.slice(0, end);
}

/**
 * The codes that a text may hold: a whole address, what stands after its "#", or the bare code, as it was written or as
 * chat and mail have left it (wrapped lines, percent-encoding, `&amp;`, punctuation and words around). The likeliest
 * comes first; the checksum tells which is right. None where there is nothing like a code.
 */
export function extractCodes(text: string): string[] {
  if (text.length > longestText) return [];
  const plain = decoded(text).replaceAll(invisible, '').replaceAll('&amp;', '&').trim();
  const parts = plain.split('#');
  const starts = parts.length > 1 ? parts.slice(1, 9) : parts;
  const asWritten = starts.map(codeAt).toSorted((a, b) => b.length - a.length);
  const unwrapped = starts.map((part) => codeAt(part.replaceAll(lineBreak, '')));
  const closed = starts.map((part) => codeAt(part.replaceAll(/\s/g, '')));
  return [...new Set([...asWritten, ...unwrapped, ...closed])].filter((code) => code !== '');
}

/** Whether a text that is no JSON is more likely a link than anything else: it has a "#", or is one long row of letters. */
export const looksLikeLink = (text: string): boolean =>
  /#|%23/.test(text) || /^[\w-]{20,}([ \t]?\r?\n[\w-]+)*\W{0,9}$/.test(text);
