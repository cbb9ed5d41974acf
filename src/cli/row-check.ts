import { closeSync, fstatSync, openSync, type PathLike, readSync } from 'node:fs';
import { beginningOf, type FileCheck } from './output-folder.ts';

/** A column of a file of rows. */
export interface RowColumn {
  name: string;
  /** Whether a value may stand there; null always may. */
  fits(value: unknown): boolean;
  /** Whether earlier versions wrote rows without it. */
  isLater?: boolean;
}

/** Whether a line is wholly a row of these columns, in their order. Answers never are: they have a format. */
function isRow(line: string, columns: readonly RowColumn[]): boolean {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return false;
  }
  if (typeof row !== 'object' || row === null) return false;
  const keys = Object.keys(row);
  const rowColumns = columns.filter(({ name, isLater }) => !isLater || keys.includes(name));
  return (
    keys.join('\0') === rowColumns.map(({ name }) => name).join('\0') &&
    rowColumns.every(({ name, fits }) => {
      const value: unknown = Reflect.get(row, name);
      return value === null || fits(value);
    })
  );
}

/** The longest line that is taken for a row: far longer than any that a command writes. */
const longestLine = 8 * 1024 * 1024;

/** The lines of a file, read in pieces so that its size does not matter; null instead of one that is too long. */
function* linesIn(file: PathLike): Generator<string | null> {
  const descriptor = openSync(file, 'r');
  const piece = Buffer.alloc(1024 * 1024);
  let rest: Buffer<ArrayBuffer> = Buffer.alloc(0);
  try {
    for (let size = readSync(descriptor, piece); size > 0; size = readSync(descriptor, piece)) {
      const bytes = Buffer.concat([rest, piece.subarray(0, size)]);
      const end = bytes.lastIndexOf(10) + 1;
      if (end > 0) yield* bytes.toString('utf8', 0, end - 1).split('\n');
      rest = bytes.subarray(end);
      if (rest.length > longestLine) return yield null;
    }
    if (rest.length > 0) yield rest.toString();
  } finally {
    closeSync(descriptor);
  }
}

/**
 * A check that each line of a file is a row of these columns: a person may have added lines of their own to rows, and a
 * team's answers may have the same first columns.
 */
export const holdsRows =
  (columns: readonly RowColumn[]): FileCheck =>
  (file) => {
    if (beginningOf(file) === undefined) return false; // a link or a folder
    for (const line of linesIn(file)) if (line === null || !isRow(line, columns)) return false;
    return true;
  };

/** The description at the end of a Parquet file, as Latin-1; undefined if there is none. */
function parquetFooter(file: PathLike): string | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const end = Buffer.alloc(8);
    readSync(descriptor, end, 0, 8, Math.max(0, size - 8));
    const length = end.readUInt32LE();
    if (end.toString('latin1', 4) !== 'PAR1' || length > size - 12 || length > longestLine) return undefined;
    const footer = Buffer.alloc(length);
    readSync(descriptor, footer, 0, length, size - 8 - length);
    return footer.toString('latin1');
  } finally {
    closeSync(descriptor);
  }
}

/** A check that a file is Parquet with columns of these names, in their order. */
export const holdsColumns =
  (names: readonly string[]): FileCheck =>
  (file) => {
    if (!beginningOf(file)?.startsWith('PAR1')) return false;
    const footer = parquetFooter(file);
    let from = 0;
    return names.every((name) => {
      const index = footer?.indexOf(name, from) ?? -1;
      from = index + name.length;
      return index >= 0;
    });
  };
