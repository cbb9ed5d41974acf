import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the data of the content is kept between runs. */
const copyFile = 'node_modules/.cache/trivium/content.json';

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * The data of YAML texts as they were parsed in an earlier run, by the hash of the text. Parsing the content takes three
 * quarters of the start of a command. A copy that cannot be read or written costs that time and nothing else.
 */
export class ParsedCopy {
  readonly #file: string;
  readonly #earlier: Map<string, unknown>;
  readonly #now = new Map<string, unknown>();

  constructor(file = copyFile) {
    this.#file = path.resolve(file);
    this.#earlier = this.#read();
  }

  #read(): Map<string, unknown> {
    try {
      return new Map(Object.entries(JSON.parse(readFileSync(this.#file, 'utf8'))));
    } catch {
      return new Map();
    }
  }

  /** The data of a text; undefined if no earlier run has parsed it. */
  dataOf(text: string): unknown {
    return this.#earlier.get(keyOf(text));
  }

  /** Notes what a text holds, for later runs. */
  note(text: string, data: unknown): void {
    this.#now.set(keyOf(text), data);
  }

  /** Writes what was noted, if any of it is new. Texts that were not noted are left out. */
  save(): void {
    if ([...this.#now.keys()].every((key) => this.#earlier.has(key))) return;
    const staged = `${this.#file}.${process.pid}`;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(staged, JSON.stringify(Object.fromEntries(this.#now)));
      renameSync(staged, this.#file);
    } catch {
      // the next run parses again
    }
  }
}
