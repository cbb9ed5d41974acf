/** One part of a bar: what it stands for, where it lies, and how many teams it holds. */
export interface BarPart {
  /** A level 0 to 4, `unknown` or `na`. */
  kind: number | 'unknown' | 'na';
  x: number;
  width: number;
  count: number;
  /** Whether the number has room in the part. */
  labelled: boolean;
}

/** Room that a digit takes, and that stays free beside a number. */
const digit = 8;
const air = 4;

/**
 * Lays out teams by their level in one bar: all bars of the same total have one scale, and parts of no team are left out.
 * @param levels teams at each level, low to high
 * @param width of the whole bar
 */
export function levelBar(levels: readonly number[], unknown: number, na: number, width: number): BarPart[] {
  const parts: Pick<BarPart, 'kind' | 'count'>[] = [
    ...levels.map((count, kind) => ({ kind, count })),
    { kind: 'unknown', count: unknown },
    { kind: 'na', count: na },
  ];
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return parts
    .map(({ kind, count }) => {
      const x = (before / total) * width;
      const own = (count / total) * width;
      before += count;
      return { kind, count, x, width: own, labelled: String(count).length * digit + air <= own };
    })
    .filter(({ count }) => count > 0);
}
