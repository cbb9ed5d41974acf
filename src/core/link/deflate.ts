import { joined } from './bits.ts';

/** So many bytes are unpacked at most; the longest honest text of an assessment is shorter. */
export const unpackedLimit = 131_072;

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

/** Packs a text in the zlib format. One longer than `unpackedLimit` stays as it is: its link is too long, not unreadable. */
export async function pack(text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > unpackedLimit) return bytes;
  const stream = inSlices(bytes).pipeThrough(new CompressionStream('deflate'));
  const packed = await collect(stream, Number.POSITIVE_INFINITY);
  if (!packed) throw new Error('A text could not be packed.');
  return packed;
}

/** Unpacks a text; undefined where it is damaged, is no UTF-8, or is longer than `unpackedLimit`. */
export async function unpack(bytes: Uint8Array): Promise<string | undefined> {
  const unpacked = await collect(inSlices(bytes).pipeThrough(new DecompressionStream('deflate')), unpackedLimit);
  try {
    return unpacked && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked);
  } catch {
    return undefined;
  }
}
