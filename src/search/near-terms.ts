/** Receives the number of steps that search took, so that tests can bound its cost without a clock. */
export type CountWork = (steps: number) => void;

/** Greater than any distance in use. */
const far = 100;

/**
 * The table of edit distances between a word and the prefixes of terms, row by row. Cell `j` of row `i` is the minimum
 * number of deletions, insertions, substitutions and swaps of adjacent letters between the first `i` letters of a term
 * and the first `j` letters of the word. Only cells within `distance` of the diagonal can be small enough; the others
 * stay at `far`.
 */
class DistanceTable {
  readonly #word: string;
  readonly #distance: number;
  readonly #rows: Uint8Array[];
  /** The minimum of each row: no ending can bring a term closer than its prefix. */
  readonly #least: number[] = [0];

  constructor(word: string, distance: number) {
    this.#word = word;
    this.#distance = distance;
    const rowCount = word.length + distance + 2; // a longer prefix is too far in every cell
    this.#rows = Array.from({ length: rowCount }, () => new Uint8Array(word.length + 1).fill(far));
    this.#rows[0] = Uint8Array.from({ length: word.length + 1 }, (_, column) => Math.min(column, far));
  }

  isTooFar(row: number): boolean {
    return (this.#least[row] ?? far) > this.#distance;
  }

  /** Whether the whole word is close enough to the prefix of a row. */
  isNear(row: number): boolean {
    return (this.#rows[row]?.[this.#word.length] ?? far) <= this.#distance;
  }

  /** Computes the row for a prefix of a term from the rows for the prefixes that are one and two letters shorter. */
  compute(term: string, length: number): void {
    const row = this.#rows[length] ?? new Uint8Array();
    let least = far;
    const first = Math.max(0, length - this.#distance);
    for (let column = first; column <= Math.min(this.#word.length, length + this.#distance); column += 1) {
      row[column] = this.#cell(term, length, column, column > first ? (row[column - 1] ?? far) : far);
      least = Math.min(least, row[column] ?? far);
    }
    this.#least[length] = least;
  }

  #cell(term: string, length: number, column: number, left: number): number {
    const above = this.#rows[length - 1];
    const isSame = this.#word[column - 1] === term[length - 1];
    const cell = Math.min(left + 1, (above?.[column] ?? far) + 1, (above?.[column - 1] ?? far) + (isSame ? 0 : 1));
    const isSwapped =
      length > 1 && this.#word[column - 1] === term[length - 2] && this.#word[column - 2] === term[length - 1];
    return isSwapped ? Math.min(cell, (this.#rows[length - 2]?.[column - 2] ?? far) + 1) : cell;
  }
}

const sharedLength = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/**
 * Finds the terms within a small edit distance of a word: deletions, insertions, substitutions and swaps of adjacent
 * letters. Terms with a common prefix share rows of the table, and a prefix that differs too much ends the comparison.
 * @param terms in sorted order
 * @param count receives one step for each term and each cell of the table
 */
export function nearTerms(word: string, distance: number, terms: readonly string[], count: CountWork): string[] {
  const table = new DistanceTable(word, distance);
  let path = ''; // the prefix that the rows describe
  let steps = terms.length;
  const near = terms.filter((term) => {
    let length = sharedLength(path, term);
    if (length === path.length && table.isTooFar(length)) return false;
    while (length < term.length && !table.isTooFar(length)) {
      length += 1;
      table.compute(term, length);
      steps += 2 * distance + 1;
    }
    path = term.slice(0, length);
    return length === term.length && table.isNear(length);
  });
  count(steps);
  return near;
}
