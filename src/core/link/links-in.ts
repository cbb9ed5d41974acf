import { bareText } from './data-text.ts';
import { longestLinkText, plainOf } from './extract-code.ts';
import { otherText } from './other-text.ts';
import { soundCodes } from './sound-codes.ts';

/** A piece of a text between spaces, with the number of its line. */
interface Word {
  text: string;
  line: number;
}

/** Lengths of the shortest word with a whole code, and of the shortest that begins a link. */
const shortest = { code: 20, beginning: 5 };
/** How many ends are tried for a link that is wrapped over several words. */
const mostEnds = 24;
/** An address, or a "#" before what may be a code: here a link begins. */
const beginning = /:\/\/|#[\w-]/;
/** A link that is damaged, or that leads elsewhere: an address, a "#" with a long code, or a code without its "#". */
const link = /:\/\/[^\s/]|#[\w-]{20}|(^|[^\w-])A(?=[\w-]*\d)[\w-]{23}/;
/** The address of a gateway, before the address that it leads to. */
const gateway = /^[^#]*[=_/]$/;

/** A piece of a text without spaces, split before each address; without gateways. */
function addressesOf(piece: string): string[] {
  const addresses = piece.split(/(?=https?:\/\/)/i);
  return addresses.filter((address, at) => address !== '' && (at === addresses.length - 1 || !gateway.test(address)));
}

/** The pieces of a text between spaces and before each address, without the marks of quoted and wrapped mail. */
function wordsOf(text: string): Word[] {
  return text.split(/[\r\n\v\f\u0085\u2028\u2029]/).flatMap((content, line) =>
    content
      .split(/\s+/)
      .flatMap((piece) => addressesOf(piece.replace(/^>+/, '').replace(/=$/, '')))
      .map((piece) => ({ text: piece, line })),
  );
}

/** The sound codes of a link that goes on in the words after the first, and the index after its end. */
function wrappedCode(words: readonly Word[], start: number): { codes: string[]; next: number } | undefined {
  let joined = words[start]?.text ?? '';
  let ends = 0;
  for (let at = start + 1; at < words.length && ends < mostEnds; at += 1) {
    const { text = '' } = words[at] ?? {};
    if (beginning.test(text)) return undefined;
    joined += text;
    if (joined.length > longestLinkText) return undefined;
    if (!/z([^\w-]|$)/i.test(text)) continue;
    ends += 1;
    const codes = soundCodes(joined);
    if (codes.length > 0) return { codes, next: at + 1 };
  }
  return undefined;
}

/**
 * The links in a text, each as a text of its own: the code of one that is sound, and any other as it stands, so that it
 * can be refused with its reason. Links may stand on one line or on several, with words around them, or be wrapped. A
 * link that stands twice on one line, as in HTML and Markdown, counts once.
 */
function linksIn(text: string): string[] {
  const words = wordsOf(text);
  const links: Word[] = [];
  const add = (texts: readonly string[], line: number) => {
    const ofLine = new Set(links.filter((other) => other.line === line).map((other) => other.text));
    links.push(...texts.filter((each) => !ofLine.has(each)).map((each) => ({ text: each, line })));
  };
  for (let index = 0; index < words.length; ) {
    const word = words[index] as Word;
    const plain = word.text.length < shortest.beginning ? '' : plainOf(word.text);
    const codes = word.text.length < shortest.code ? [] : soundCodes(word.text);
    const wrapped = codes.length === 0 && beginning.test(plain) ? wrappedCode(words, index) : undefined;
    if (codes.length > 0) add(codes, word.line);
    else if (wrapped) add(wrapped.codes, word.line);
    else if (link.test(plain)) add([word.text], word.line);
    index = wrapped?.next ?? index + 1;
  }
  const texts = links.map((each) => each.text);
  const isAnySound = texts.some((each) => soundCodes(each).length > 0);
  const rejoined = isAnySound ? [] : soundCodes(text); // its pieces alone may show nothing of a bare code
  return rejoined.length > 0 ? rejoined : texts;
}

/**
 * The parts of a text that are read one by one: one for each link, or the whole text if it has none, or holds a file of
 * answers with something around it. Takes no file of answers itself (`dataIn`).
 */
export function partsOf(text: string): string[] {
  const other = otherText(bareText(text));
  if (!other.ok) return [text];
  const { text: plain, kind } = other.value;
  if (kind === 'whole') return [plain];
  if (kind === 'part') return [text];
  const links = linksIn(plain);
  const sound = kind === 'markup' ? [...new Set(links.flatMap(soundCodes))] : [];
  return sound.length > 0 ? sound : kind === 'markup' || links.length === 0 ? [text] : links;
}
