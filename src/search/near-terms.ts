/** Called with steps of work that search has done, so that tests can bound its cost without a clock. */
export type CountWork = (steps: number) => void;

/** More than any distance that is asked for. */
const far = 100;

/**
 * The table of edit distances between a word and the beginnings of terms, row by row. Cell `j` of row `i` is the fewest
 * letters left out, added, changed or swapped with their neighbour between the first `i` letters of a term and the first
 * `j` letters of the word. Only cells within the distance of the diagonal can be small enough; the others stay far.
 */
class DistanceTable {
  readonly #word: string;
  readonly #distance: number;
  readonly #rows: Uint8Array[];
  /** The least distance of each row: no ending can make a term nearer than its beginning. */
  readonly #least: number[] = [0];

  constructor(word: string, distance: number) {
    this.#word = word;
    this.#distance = distance;
    const rowCount = word.length + distance + 2; // a longer beginning is too far in every cell
    this.#rows = Array.from({ length: rowCount }, () => new Uint8Array(word.length + 1).fill(far));
    this.#rows[0] = Uint8Array.from({ length: word.length + 1 }, (_, column) => Math.min(column, far));
  }

  isTooFar(row: number): boolean {
    return (this.#least[row] ?? far) > this.#distance;
  }

  /** Whether the whole word is near enough to the beginning that a row is for. */
  isNear(row: number): boolean {
    return (this.#rows[row]?.[this.#word.length] ?? far) <= this.#distance;
  }

  /** Computes the row for the beginning of a term, from the rows for one and two letters less. */
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
 * Finds the terms that differ from a word by a few letters left out, added, changed, or swapped with their neighbour.
 * Terms that begin alike share rows of the table, and a beginning that differs too much is left at once.
 * @param terms in order
 * @param count is given one step for each term and each cell of the table
 */
export function nearTerms(word: string, distance: number, terms: readonly string[], count: CountWork): string[] {
  const table = new DistanceTable(word, distance);
  let path = ''; // the letters that rows are for
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
