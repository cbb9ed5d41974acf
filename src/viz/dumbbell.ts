/** A drawn value, with its number on the side of its mark that faces away from the other value. */
export interface DumbbellEnd {
  x: number;
  labelX: number;
  anchor: 'start' | 'end';
}

/** The earlier and current value on one scale: two marks, and a line between them. */
export interface DumbbellGeometry {
  y: number;
  ticks: number[];
  before: DumbbellEnd;
  now: DumbbellEnd;
  /** From the edge of the earlier mark to the current mark; undefined if the marks touch. */
  line: string | undefined;
}

export interface DumbbellSize {
  width: number;
  height: number;
  /** Free space on both sides of the scale, for numbers. */
  margin: number;
  /** Radius of a mark. */
  mark: number;
}

/** Distance between a mark and its number. */
const labelGap = 4;

/**
 * Lays out two values on a linear scale: equal differences have equal lengths in every drawing.
 * @param values within the scale
 * @param ticks the tick values of the scale from left to right, rising or falling; at least two
 */
export function dumbbellGeometry(
  values: { before: number; now: number },
  ticks: readonly number[],
  { width, height, margin, mark }: DumbbellSize,
): DumbbellGeometry {
  const [left = 0, right = 1] = [ticks[0], ticks.at(-1)];
  const xOf = (value: number) => margin + ((value - left) / (right - left)) * (width - 2 * margin);
  const endAt = (x: number, isLeft: boolean): DumbbellEnd =>
    isLeft ? { x, labelX: x - mark - labelGap, anchor: 'end' } : { x, labelX: x + mark + labelGap, anchor: 'start' };
  const [from, to] = [xOf(values.before), xOf(values.now)];
  const y = height / 2;
  const edge = from + Math.sign(to - from) * mark;
  return {
    y,
    ticks: ticks.map(xOf),
    before: endAt(from, from <= to),
    now: endAt(to, to < from),
    line: Math.abs(to - from) > 2 * mark ? `M${edge},${y}H${to}` : undefined,
  };
}
