import type { PathLike } from 'node:fs';
import { open } from 'node:fs/promises';
import * as messages from '#messages/cli.ts';
import { jsonLimits } from '../core/answers/json.ts';

/** Maximum size of a text, in bytes. */
export const maximumBytes = jsonLimits.bytes;
/** The problem with a text that exceeds the limit. */
export const tooLong = messages.tooLong(maximumBytes);

/** Decodes UTF-8, without the byte order mark. */
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Decodes a whole file: UTF-8 or, if its byte order mark says so, UTF-16, which ">" of PowerShell writes. */
function decodeFile(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';
  const isMarked = mark === 'utf-16le' || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isMarked ? new TextDecoder(mark).decode(bytes) : decode(bytes);
}

/**
 * Splits bytes into lines as they arrive, so memory use does not depend on the number or length of lines. Yields null
 * for a line that exceeds the limit. Lines end with LF or CRLF.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string | null> {
  let parts: Buffer[] = [];
  let size = 0;
  const append = (part: Buffer) => {
    size += part.length;
    if (size <= maximumBytes) parts.push(part);
    else parts = [];
  };
  const takeLine = (): string | null => {
    const line = size <= maximumBytes ? decode(Buffer.concat(parts)).replace(/\r$/, '') : null;
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk as Uint8Array);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      append(bytes.subarray(from, end));
      yield takeLine();
      from = end + 1;
    }
    append(bytes.subarray(from));
  }
  if (size > 0) yield takeLine();
}

/** Reads a whole file or pipe of at most `maximumBytes`; null if it is longer. Throws if it cannot be read. */
export async function readWhole(file: PathLike): Promise<string | null> {
  const handle = await open(file);
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of handle.createReadStream({ autoClose: false, end: maximumBytes })) {
      parts.push(part);
      size += part.length;
    }
    return size > maximumBytes ? null : decodeFile(Buffer.concat(parts));
  } finally {
    await handle.close();
  }
}
