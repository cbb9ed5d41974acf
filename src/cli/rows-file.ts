import { closeSync, openSync, writeSync } from 'node:fs';

/** Number of characters to buffer before writing, so that a million rows do not take a million writes. */
const bufferLength = 65_536;

/** A new JSON Lines file. Each method throws if writing fails. */
export class RowsFile {
  readonly #descriptor: number;
  #text = '';

  constructor(file: string) {
    this.#descriptor = openSync(file, 'wx');
  }

  /** Adds rows, one line each; they reach the file once the buffer is full, or at the end. */
  add(rows: readonly object[]): void {
    this.#text += rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    if (this.#text.length >= bufferLength) this.#write();
  }

  /** Writes the rest of the buffer and closes the file. */
  close(): void {
    try {
      this.#write();
    } finally {
      closeSync(this.#descriptor);
    }
  }

  #write(): void {
    const bytes = Buffer.from(this.#text);
    for (let from = 0; from < bytes.length; ) from += writeSync(this.#descriptor, bytes, from);
    this.#text = '';
  }
}
