/** Puts several pieces of bytes into one. */
export function joined(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Writes numbers one after the other, each in as many bits as it needs, the highest bit first. */
export class BitWriter {
  private readonly bits: number[] = [];

  /** Adds a whole number from 0 to 2^width - 1. */
  write(value: number, width: number): void {
    for (let place = width - 1; place >= 0; place -= 1) this.bits.push(Math.floor(value / 2 ** place) % 2);
  }

  /** Everything written so far; the last byte is filled with zeros. */
  bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.ceil(this.bits.length / 8));
    this.bits.forEach((bit, at) => {
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)));
    });
    return bytes;
  }
}

/** Reads what a BitWriter wrote. */
export class BitReader {
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next number of so many bits; what lies behind the end counts as zeros, which `ended` tells. */
  read(width: number): number {
    let value = 0;
    for (let left = width; left > 0; left -= 1) {
      const byte = this.bytes[this.at >> 3] ?? 0;
      value = value * 2 + ((byte >> (7 - (this.at & 7))) & 1);
      this.at += 1;
    }
    return value;
  }

  /** How many bytes have been begun. */
  get used(): number {
    return Math.ceil(this.at / 8);
  }

  /** Whether more was read than there is. */
  get ended(): boolean {
    return this.used > this.bytes.length;
  }
}
