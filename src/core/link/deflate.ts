import { joined } from './bits.ts';

/** So many bytes are unpacked at most; the longest honest text of an assessment is shorter. */
export const inflatedLimit = 131_072;

/** Hands bytes on in small slices, each when it is asked for, so that unpacking can stop between them. */
function inSlices(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + 256)));
      at += 256;
      if (at >= bytes.length) controller.close();
    },
  });
}

/** Reads a stream to its end; undefined where it is damaged or holds more than the limit. */
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
  return joined(...pieces);
}

/** Bytes in the zlib format as they are, in blocks that are stored and not packed: longer, but read like packed ones. */
function stored(bytes: Uint8Array): Uint8Array {
  const largest = 0xffff;
  const pieces: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at === 0 || at < bytes.length; at += largest) {
    const block = bytes.subarray(at, at + largest);
    const { length } = block;
    const isLast = at + largest >= bytes.length;
    pieces.push(Uint8Array.of(Number(isLast), length & 255, length >> 8, ~length & 255, (~length >> 8) & 255), block);
  }
  let [low, high] = [1, 0]; // the sum of zlib, Adler-32
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return joined(...pieces, Uint8Array.of(high >> 8, high & 255, low >> 8, low & 255));
}

/** Packs a text in the zlib format, where this browser can; where not, it is in that format, and longer. One longer than `unpackedLimit` stays as it is: its link is too long, not unreadable. */
export async function deflate(text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > inflatedLimit) return bytes;
  if (typeof CompressionStream === 'undefined') return stored(bytes);
  const stream = inSlices(bytes).pipeThrough(new CompressionStream('deflate'));
  const packed = await collect(stream, Number.POSITIVE_INFINITY);
  if (!packed) throw new Error('A text could not be packed.');
  return packed;
}

/** Whether texts can be unpacked here: not every browser can. */
export const canInflate = (): boolean => typeof DecompressionStream !== 'undefined';

/** Unpacks a text; undefined where it is damaged, is no UTF-8, or is longer than `unpackedLimit`. */
export async function inflate(bytes: Uint8Array): Promise<string | undefined> {
  const unpacked = await collect(inSlices(bytes).pipeThrough(new DecompressionStream('deflate')), inflatedLimit);
  try {
    return unpacked && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
  } catch {
    return undefined;
  }
}
