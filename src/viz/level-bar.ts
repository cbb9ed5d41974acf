/** One part of a bar: the teams at a level. */
export interface BarPart {
  /** A place in the order of the levels, from 0, `unknown` or `na`. */
  kind: number | 'unknown' | 'na';
  x: number;
  width: number;
  /** Number of teams. */
  count: number;
  /** Whether the number fits into the part. */
  hasLabel: boolean;
}

/** Width of a digit, and free space around a number. */
const digitWidth = 8;
const labelPadding = 4;

/**
 * Lays out teams by their level in one bar; empty parts are left out. Bars with the same total have the same scale.
 * @param levels number of teams at each level, from left to right
 * @param width of the whole bar
 */
export function levelBar(levels: readonly number[], unknown: number, na: number, width: number): BarPart[] {
  const parts: Pick<BarPart, 'kind' | 'count'>[] = [
    ...levels.map((count, kind) => ({ kind, count })),
    { kind: 'unknown', count: unknown },
    { kind: 'na', count: na },
  ];
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let countBefore = 0;
  return parts
    .map(({ kind, count }) => {
      const x = (countBefore / total) * width;
      const partWidth = (count / total) * width;
      countBefore += count;
      const hasLabel = String(count).length * digitWidth + labelPadding <= partWidth;
      return { kind, count, x, width: partWidth, hasLabel };
    })
    .filter(({ count }) => count > 0);
}
