import * as messages from '#messages/link.ts';
import { failure, type Result, success } from '../model/result.ts';
import { joinBytes } from './bits.ts';

// The envelope is the same in every version of the format, so that a damaged link and a later format can be told apart:
//   base64url of (version, one byte; body; CRC-32 of both, four bytes), then the end mark.
// The end mark is a letter, because chat and mail programs cut punctuation off the end of a link, "-" and "_" included.
const endMark = 'z';

/** Bytes as base64url (RFC 4648) without padding. */
function encode(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * The bytes of a base64url text; undefined unless `encode` gives exactly this text for them. (`atob` alone would also
 * accept white space, padding and stray bits at the end.)
 */
function decode(text: string): Uint8Array | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return encode(bytes) === text ? bytes : undefined;
  } catch {
    return undefined; // a character outside the alphabet, or an impossible length
  }
}

/** CRC-32 as in ISO 3309 and PNG. It detects every change within 32 consecutive bits, so every changed letter. */
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
  const content = joinBytes(Uint8Array.of(version), body);
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, checksum(content));
  return encode(joinBytes(content, sum)) + endMark;
}

/** Reads the code of a link: its format version and its body. Refuses anything that `seal` does not write. */
export function unseal(code: string): Result<{ version: number; body: Uint8Array }> {
  if (!code.endsWith(endMark)) return failure(messages.cutOff);
  const bytes = decode(code.slice(0, -endMark.length));
  if (!bytes || bytes.length < 5) return failure(messages.damaged);
  const content = bytes.subarray(0, -4);
  const sum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(content.length);
  if (sum !== checksum(content)) return failure(messages.damaged);
  return success({ version: content[0] ?? 0, body: content.subarray(1) });
}
