/** Concatenates byte arrays. */
export function joinBytes(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

/** Writes numbers one after another, each with its own number of bits, the highest bit first. */
export class BitWriter {
  readonly #bits: number[] = [];

  /** Adds a whole number from 0 to 2^width - 1. */
  write(value: number, width: number): void {
    for (let place = width - 1; place >= 0; place -= 1) this.#bits.push(Math.floor(value / 2 ** place) % 2);
  }

  /** Everything written so far; zeros fill the last byte. */
  bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
    this.#bits.forEach((bit, index) => {
      bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
    });
    return bytes;
  }
}

/** Reads what a BitWriter wrote. */
export class BitReader {
  #position = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next number of `width` bits. Bits behind the end read as zeros; `isPastEnd` tells. */
  read(width: number): number {
    let value = 0;
    for (let remaining = width; remaining > 0; remaining -= 1) {
      const byte = this.#bytes[this.#position >> 3] ?? 0;
      value = value * 2 + ((byte >> (7 - (this.#position & 7))) & 1);
      this.#position += 1;
    }
    return value;
  }

  /** Number of bytes read so far, including a partly read one. */
  get usedBytes(): number {
    return Math.ceil(this.#position / 8);
  }

  /** Whether more was read than there is. */
  get isPastEnd(): boolean {
    return this.usedBytes > this.#bytes.length;
  }
}
