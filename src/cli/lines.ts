import type { PathLike } from 'node:fs';
import { open } from 'node:fs/promises';
import * as messages from '#messages/cli.ts';
import { jsonLimits } from '../core/answers/json.ts';
import { decodeFile } from '../core/link/decode-file.ts';
import { failure, type Result, success } from '../core/model/result.ts';

/** Maximum size of a text, in bytes. */
export const maximumBytes = jsonLimits.bytes;
/** The problem with a text that exceeds the limit. */
const tooLong = messages.tooLong(maximumBytes);

/**
 * Decodes a whole file: UTF-8 or, if its byte order mark says so, UTF-16, which ">" of PowerShell writes. The mark of
 * UTF-32 begins like that.
 */
function decodeWhole(bytes: Buffer): Result<string> {
  const mark = bytes.toString('hex', 0, 4);
  if (mark.startsWith('feff')) return decodeFile(bytes, 'utf-16be');
  return decodeFile(bytes, mark.startsWith('fffe') && mark !== 'fffe0000' ? 'utf-16le' : 'utf-8');
}

/**
 * Splits bytes into lines as they arrive, so memory use does not depend on the number or length of lines. Yields a
 * problem for a line that exceeds the limit or is not UTF-8. Lines end with LF or CRLF.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Result<string>> {
  let parts: Buffer[] = [];
  let size = 0;
  const append = (part: Buffer) => {
    size += part.length;
    if (size <= maximumBytes) parts.push(part);
    else parts = [];
  };
  const takeLine = (): Result<string> => {
    const line = size <= maximumBytes ? decodeFile(Buffer.concat(parts)) : failure(tooLong);
    parts = [];
    size = 0;
    return line.ok ? success(line.value.replace(/\r$/, '')) : line;
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

/** Reads a whole file or pipe of at most `maximumBytes`; the problem if it is longer. Throws if it cannot be read. */
export async function readWhole(file: PathLike): Promise<Result<string>> {
  const handle = await open(file);
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of handle.createReadStream({ autoClose: false, end: maximumBytes })) {
      parts.push(part);
      size += part.length;
    }
    return size > maximumBytes ? failure(tooLong) : decodeWhole(Buffer.concat(parts));
  } finally {
    await handle.close();
  }
}
