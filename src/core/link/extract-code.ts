/** Maximum length of a text to look for a link in: room for a link that was percent-encoded twice, with some words. */
export const longestLinkText = 65_536;

/** Undoes the percent-encoding of some characters; what is not UTF-8 stays as it is, apart from ASCII. */
function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

/** Undoes percent-encoding, up to three times. A text that only looks encoded stays as it is. */
function decodePercents(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/i.test(plain); round += 1)
    plain = plain.replaceAll(/(?:%[0-9a-f]{2})+/gi, decodeRun);
  return plain;
}

/** Decodes an address that Proofpoint (version 2) rewrote, with "-" for "%" and "_" for "/". */
const decodeProofpoint = (text: string): string =>
  /urldefense\.proofpoint\.com\/v2/i.test(text)
    ? text.replaceAll('_', '/').replaceAll(/-(?=[0-9a-f]{2})/gi, '%')
    : text;

/** What HTML writes by name inside a link; most of it shows nothing. */
const characters: Readonly<Record<string, string>> = {
  amp: '&',
  num: '#',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  nbsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  zerowidthspace: '',
  nobreak: '',
};

/** Undoes what HTML writes inside a link: character references, and places where a line may break. */
const decodeHtml = (text: string): string =>
  text
    .replaceAll(/<wbr ?\/?>/gi, '')
    .replaceAll(/<br ?\/?>/gi, '\n')
    .replaceAll(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (written: string, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? written : String.fromCodePoint(code);
    })
    .replaceAll(/&([a-z]{2,14});/gi, (written: string, name: string) => characters[name.toLowerCase()] ?? written);

/** Characters that show nothing, such as soft hyphens, zero-width characters and marks of direction. */
const invisible = /[\p{DI}\p{Cf}]/gu;
/** What Japanese and other keyboards, and automatic correction, write for a hyphen. */
const hyphens = /[\p{Pd}−ーｰ]/gu;
/** A hyphen or underscore as Markdown writes it, or a "#". */
const escaped = /\\(?=[-_#])/g;
/** A line break inside a link, with what mail programs add: "=" before it, quote marks after it. */
const lineBreak = /=?[ \t]{0,9}(\r\n|[\r\n\v\f\u0085\u2028\u2029])[ \t>]{0,9}/g;

/** The characters at the start of a text that may be a code, without trailing punctuation. */
function codeAtStart(text: string): string {
  const run = /^[\w-]*/.exec(text.trimStart())?.[0] ?? '';
  let end = run.length;
  while (end > 0 && '-_'.includes(run[end - 1] ?? '')) end -= 1;
  return run.slice(0, end);
}

/** Undoes the encoding of chat and mail programs and full-width letters, and removes invisible characters. */
const decode = (text: string): string =>
  decodeHtml(decodePercents(decodeProofpoint(text.normalize('NFKC'))))
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(escaped, '')
    .trim();

/** Undoes what programs and keyboards make of a link, including hyphens of another kind. */
export const plainOf = (text: string): string => decode(text).replaceAll(hyphens, '-');

/** The longest runs of letters and digits in a text, longest first: a code may have lost its "#" on the way. */
function longRuns(text: string): string[] {
  const runs = text.match(/[\w-]{20,}/g) ?? [];
  return runs
    .map(codeAtStart)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 8);
}

/** The codes that a plain text may hold, the likeliest first. */
function codesIn(plain: string): string[] {
  const parts = plain.split('#');
  const isAddress = parts.length === 1 && plain.includes('://');
  const fragments = parts.length > 1 ? parts.slice(1, 9) : isAddress ? [] : parts;
  const asWritten = fragments.map(codeAtStart).toSorted((a, b) => b.length - a.length);
  const unwrapped = fragments.map((fragment) => codeAtStart(fragment.replaceAll(lineBreak, '')));
  const withoutSpaces = fragments.map((fragment) => codeAtStart(fragment.replaceAll(/\s/g, '')));
  const runs = [...longRuns(plain), ...longRuns(plain.replaceAll(lineBreak, ''))];
  return [...asWritten, ...unwrapped, ...withoutSpaces, ...runs];
}

/**
 * The codes that a text may hold, the likeliest first; the checksum tells which one is right. Takes a whole address, the
 * part after its "#", or a bare code, as written or as keyboards, chat and mail programs leave it: with wrapped lines,
 * percent-encoding, full-width letters, other hyphens, `&amp;`, or punctuation and words around it, inside the address
 * of a link-checking gateway, or without its "#". Empty if nothing looks like a code.
 */
export function extractCodes(text: string): string[] {
  if (text.length > longestLinkText) return [];
  const plain = decode(text);
  const corrected = plain.replaceAll(/[–—]/g, '--'); // two hyphens are often corrected to a dash
  const codes = [plain, ...(corrected === plain ? [] : [corrected])].map((each) => each.replaceAll(hyphens, '-'));
  return [...new Set(codes.flatMap(codesIn))].filter((code) => code !== '');
}

/** Whether a text that is not JSON looks like a link: it has a "#", "://", or a long run of letters and digits. */
export function looksLikeLink(text: string): boolean {
  const sign = /#|%23|:\/\/|[\w-]{20}/;
  return sign.test(text) || (text.length <= longestLinkText && sign.test(plainOf(text)));
}
