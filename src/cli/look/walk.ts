import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { canBeNamed } from '../../core/proposals/proposals-schema.ts';
import { hasTooManyLines, IgnoreRules } from '../../look/gitignore.ts';

/** A larger file is not read, in bytes; a notebook may hold pictures. */
export const largestFile = { notebook: 8_388_608, other: 1_048_576 };
/** Git treats a file as binary if it has a zero byte among its first bytes. So do we. */
const bytesToSniff = 8000;

/** What a walk left out, by the reason. */
export interface Skipped {
  binary: number;
  large: number;
  /** Links; those that lead out of the folder are never followed, and the others lead to a file that is seen anyway. */
  links: number;
  unreadable: number;
  /** Files whose path a proposals file cannot hold. */
  unnameable: number;
}

/** A file of a repository: its path and, if it can be read as text, its text. */
export interface WalkedFile {
  path: string;
  text: string | null;
}

/** Walks a folder in the order of names, and leaves out what .gitignore files name, `.git` and links. */
export class Walk {
  readonly skipped: Skipped = { binary: 0, large: 0, links: 0, unreadable: 0, unnameable: 0 };
  /**
   * Paths of .gitignore files that cannot be followed to their end. Their folders are left out as a whole, so that no file
   * is looked at that its owner ignores.
   */
  readonly unclear: string[] = [];
  readonly #root: string;
  readonly #excludedPaths: ReadonlySet<string>;

  /**
   * @param root the folder; itself may be a link
   * @param excludedPaths absolute paths of files to leave out
   */
  constructor(root: string, excludedPaths: readonly string[] = []) {
    this.#root = realpathSync(root);
    this.#excludedPaths = new Set(excludedPaths);
  }

  /** Every file, one at a time. Throws if the root cannot be read. */
  files(): Generator<WalkedFile> {
    return this.#folder('', undefined);
  }

  *#folder(folder: string, above: IgnoreRules | undefined): Generator<WalkedFile> {
    const entries = this.#entries(folder);
    const hasOwn = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
    const ignore = hasOwn ? this.#ignoreIn(folder, above) : above;
    if (hasOwn && !ignore) return;
    for (const entry of entries) {
      const place = path.posix.join(folder, entry.name);
      if (entry.name === '.git' || ignore?.ignores(place, entry.isDirectory())) continue;
      if (entry.isSymbolicLink()) this.skipped.links += 1;
      else if (entry.isDirectory()) yield* this.#folder(place, ignore);
      else if (entry.isFile() && !this.#excludedPaths.has(path.join(this.#root, place))) yield* this.#file(place);
    }
  }

  /** The rules of a folder with a .gitignore; undefined if that cannot be followed to its end, which is noted. */
  #ignoreIn(folder: string, above: IgnoreRules | undefined): IgnoreRules | undefined {
    const place = path.posix.join(folder, '.gitignore');
    const text = this.#read(place, largestFile.other);
    if (text !== null && !hasTooManyLines(text)) return new IgnoreRules(folder, text, above);
    this.unclear.push(place);
    return undefined;
  }

  #entries(folder: string) {
    try {
      const entries = readdirSync(path.join(this.#root, folder), { withFileTypes: true });
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (folder === '') throw error;
      this.skipped.unreadable += 1;
      return [];
    }
  }

  *#file(place: string): Generator<WalkedFile> {
    if (!canBeNamed(place)) {
      this.#skip('unnameable');
      return;
    }
    const limit = /\.ipynb$/i.test(place) ? largestFile.notebook : largestFile.other;
    yield { path: place, text: this.#read(place, limit) };
  }

  /** The text of a file; null if it is too large, binary or unreadable, which is counted. */
  #read(place: string, limit: number): string | null {
    try {
      const file = path.join(this.#root, place);
      const { size } = lstatSync(file);
      if (size > limit) return this.#skip('large');
      if (size === 0) return ''; // some of these, as in /proc, never end
      const bytes = readFileSync(file);
      return bytes.subarray(0, bytesToSniff).includes(0)
        ? this.#skip('binary')
        : bytes.toString('utf8').replace(/^\uFEFF/, '');
    } catch {
      return this.#skip('unreadable');
    }
  }

  #skip(reason: keyof Skipped): null {
    this.skipped[reason] += 1;
    return null;
  }
}
