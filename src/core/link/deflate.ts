import * as messages from '#messages/link.ts';
import { joinBytes } from './bits.ts';

/** Maximum number of bytes to inflate; the longest text of an honest assessment is shorter. */
export const inflatedLimit = 131_072;

/** Streams bytes in small slices, each on demand, so that inflating can stop early. */
function sliceStream(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  const size = 256;
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(bytes.subarray(offset, offset + size)));
      offset += size;
      if (offset >= bytes.length) controller.close();
    },
  });
}

/** Reads a stream to its end; undefined if it is damaged or holds more bytes than the limit. */
async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.length;
      if (total > limit) {
        await reader.cancel().catch(() => undefined);
        return undefined;
      }
      pieces.push(value);
    }
  } catch {
    return undefined;
  }
  return joinBytes(...pieces);
}

/**
 * Bytes in the zlib format (RFC 1950), in stored blocks: longer than deflated ones, but inflated by the same code.
 * Needed for browsers without CompressionStream (WebKitGTK, Safari before 16.4); remove it when none of them is left.
 */
function storedBlocks(bytes: Uint8Array): Uint8Array {
  const blockSize = 0xffff;
  const pieces: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let start = 0; start === 0 || start < bytes.length; start += blockSize) {
    const block = bytes.subarray(start, start + blockSize);
    const { length } = block;
    const isLast = start + blockSize >= bytes.length;
    pieces.push(Uint8Array.of(Number(isLast), length & 255, length >> 8, ~length & 255, (~length >> 8) & 255), block);
  }
  let [low, high] = [1, 0]; // Adler-32, the checksum of zlib
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return joinBytes(...pieces, Uint8Array.of(high >> 8, high & 255, low >> 8, low & 255));
}

/**
 * Compresses a text to the zlib format; without CompressionStream the result is longer, but reads the same. A text
 * above `inflatedLimit` stays as it is: its link is too long to be offered anyway. Throws if the browser cannot compress.
 */
export async function deflate(text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > inflatedLimit) return bytes;
  if (typeof CompressionStream === 'undefined') return storedBlocks(bytes);
  const stream = sliceStream(bytes).pipeThrough(new CompressionStream('deflate'));
  const deflated = await collect(stream, Number.POSITIVE_INFINITY);
  if (!deflated) throw new Error(messages.notPacked);
  return deflated;
}

/** Whether this browser can inflate texts. */
export const canInflate = (): boolean => typeof DecompressionStream !== 'undefined';

/** Inflates a text; undefined if it is damaged, is not UTF-8, or is longer than `inflatedLimit`. */
export async function inflate(bytes: Uint8Array): Promise<string | undefined> {
  const inflated = await collect(sliceStream(bytes).pipeThrough(new DecompressionStream('deflate')), inflatedLimit);
  try {
    return inflated && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(inflated);
  } catch {
    return undefined;
  }
}
