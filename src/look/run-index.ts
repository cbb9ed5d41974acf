/** Runs of three characters are looked up; a pattern cannot need a shorter text. */
const runLength = 3;
/** Runs are spread over two to the power of this many places; several may share one. */
const placeBits = 16;

/** The run of characters up to the next one, after the run before. */
const nextRun = (run: number, text: string, index: number): number =>
  ((run << 8) | (text.charCodeAt(index) & 255)) & 0xff_ff_ff;

/** The place of a run. */
const placeOf = (run: number): number => Math.imul(run, 0x9e_37_79_b1) >>> (32 - placeBits);

/**
 * Indexes the runs of three characters in a text, which rules out most search strings that the text does not contain
 * without searching it. Indexes one text at a time, in linear time.
 */
export class RunIndex {
  readonly #textAt = new Uint32Array(1 << placeBits);
  #current = 0;

  /** Takes up another text in place of the one before. */
  take(text: string): void {
    const [textAt, current] = [this.#textAt, this.#current + 1];
    this.#current = current;
    for (let index = 0, run = 0; index < text.length; index += 1) {
      run = nextRun(run, text, index);
      textAt[placeOf(run)] = current;
    }
  }

  /** Whether the text may have a part; false only if it has not. */
  mayHave(part: string): boolean {
    for (let index = 0, run = 0; index < part.length; index += 1) {
      run = nextRun(run, part, index);
      if (index >= runLength - 1 && this.#textAt[placeOf(run)] !== this.#current) return false;
    }
    return true;
  }
}
