import type { Link } from './layers.ts';

export interface MatrixCell {
  from: string;
  to: string;
  kind: string;
  /** The centre of the cell. */
  x: number;
  y: number;
}

export interface MatrixGeometry {
  width: number;
  height: number;
  /** The position of each id as a row, and as a column. */
  rows: { id: string; y: number }[];
  columns: { id: string; x: number }[];
  cells: MatrixCell[];
}

export interface MatrixSize {
  cell: number;
  /** Width of the row names, and height of the column names, which are rotated. */
  names: number;
}

/**
 * Places each relation in the row of its source and the column of its target. Rows and columns are in the order of the
 * ids. Omits rows and columns without relations, and relations with an unknown id.
 */
export function matrixGeometry(
  ids: readonly string[],
  links: readonly (Link & { kind: string })[],
  { cell, names }: MatrixSize,
): MatrixGeometry {
  const knownLinks = links.filter(({ from, to }) => ids.includes(from) && ids.includes(to));
  const middle = (index: number) => names + index * cell + cell / 2;
  const rows = ids
    .filter((id) => knownLinks.some(({ from }) => from === id))
    .map((id, index) => ({ id, y: middle(index) }));
  const columns = ids
    .filter((id) => knownLinks.some(({ to }) => to === id))
    .map((id, index) => ({ id, x: middle(index) }));
  const heights = new Map(rows.map(({ id, y }) => [id, y]));
  const lefts = new Map(columns.map(({ id, x }) => [id, x]));
  return {
    width: names + columns.length * cell,
    height: names + rows.length * cell,
    rows,
    columns,
    cells: knownLinks.map(({ from, to, kind }) => ({
      from,
      to,
      kind,
      x: lefts.get(to) ?? 0,
      y: heights.get(from) ?? 0,
    })),
  };
}
