import { failure, type Result } from '../model/result.ts';
import { joined } from './bits.ts';

// What stays the same in every version of the format, so that a damaged link and one of a later version are told apart:
//   base64url of (version, one byte; body; CRC-32 of both, four bytes), then the end mark.
// The end mark is a letter: chat and mail cut punctuation off the end of a link, and "-" and "_" count as such.
const endMark = 'z';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letterValues = new Map([...alphabet].map((letter, value) => [letter, value]));

const again = 'Copy it again as a whole, or ask for the file of answers.';
/** Says that a link is not as it was written. */
export const damaged = `This link is damaged: something in it was changed on its way. ${again}`;

function toLetters(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 63]).join('');
    text += letters.slice(0, Math.min(3, bytes.length - at) + 1);
  }
  return text;
}

/** Undefined where a letter is foreign, or where the same bytes would have been written otherwise. */
function toBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [held, bits, at] = [0, 0, 0];
  for (const letter of text) {
    const value = letterValues.get(letter);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  const unused = held & ((1 << bits) - 1);
  return bits < 6 && unused === 0 ? bytes : undefined;
}

/** CRC-32 as in ISO 3309 and PNG: finds every change within 32 bits in a row, so every changed letter. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** Writes a body as the code of a link. */
export function seal(version: number, body: Uint8Array): string {
  const bytes = joined(Uint8Array.of(version), body);
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, checksum(bytes));
  return toLetters(joined(bytes, sum)) + endMark;
}

/** Reads the code of a link: which version of the format it has, and its body. Anything not as written is refused. */
export function unseal(code: string): Result<{ version: number; body: Uint8Array }> {
  if (!code.endsWith(endMark)) return failure(`This link is cut off: its end is missing. ${again}`);
  const bytes = toBytes(code.slice(0, -endMark.length));
  if (!bytes || bytes.length < 5) return failure(damaged);
  const content = bytes.subarray(0, -4);
  const stored = new DataView(bytes.buffer, bytes.byteOffset).getUint32(content.length);
  if (stored !== checksum(content)) return failure(damaged);
  return { ok: true, value: { version: content[0] ?? 0, body: content.subarray(1) } };
}
