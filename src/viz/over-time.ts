/** A score on a day; null if there is none. */
export interface DatedScore {
  /** A day, as `2026-11-23`. */
  date: string;
  point: number | null;
  low: number | null;
  high: number | null;
}

export interface TimeTick {
  x: number;
  date: string;
  anchor: 'start' | 'middle' | 'end';
}

export interface TimeGeometry {
  /** One for each score, in the order of the input. */
  marks: { x: number; dot: number | null; low: number | null; high: number | null }[];
  /** Lines between consecutive scores; broken where a score is missing. */
  paths: string[];
  /** Days with a label: the first, the last, and those in between that have room. */
  ticks: TimeTick[];
}

interface TimeSize {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Width of the label of a day. */
  label: number;
}

/** Labels for the first and last day, and for every day between them whose label touches no other. */
function placeTicks(days: readonly { x: number; date: string }[], { left, right, label }: TimeSize): TimeTick[] {
  const [first, last] = [Math.min(...days.map(({ x }) => x)), Math.max(...days.map(({ x }) => x))];
  const anchorAt = (x: number) => (first === last ? 'middle' : x === left ? 'start' : x === right ? 'end' : 'middle');
  const startOf = (x: number) => x - { start: 0, middle: label / 2, end: label }[anchorAt(x)];
  const ticks: TimeTick[] = [];
  for (const { x, date } of days) {
    const hasRoom = [...ticks.map((tick) => tick.x), last].every(
      (other) => Math.abs(startOf(other) - startOf(x)) >= label,
    );
    const isEnd = x === first || x === last;
    const fits = isEnd ? ticks.every((tick) => tick.x !== x) : hasRoom;
    if (fits) ticks.push({ x, date, anchor: anchorAt(x) });
  }
  return ticks;
}

/**
 * Lays out scores over real time: a gap of a year is twelve times as wide as one of a month.
 * @param scores 0 to 1, sorted by day
 */
export function timeGeometry(scores: readonly DatedScore[], size: TimeSize): TimeGeometry {
  const { left, right, top, bottom } = size;
  const times = scores.map(({ date }) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const xOf = (time: number) =>
    last > first ? left + ((time - first) / (last - first)) * (right - left) : (left + right) / 2;
  const yOf = (share: number | null) => (share === null ? null : bottom - share * (bottom - top));
  const marks = scores.map(({ point, low, high }, index) => ({
    x: xOf(times[index] ?? first),
    dot: yOf(point),
    low: yOf(low),
    high: yOf(high),
  }));
  const paths = marks.flatMap((mark, index) => {
    const next = marks[index + 1];
    return !next || mark.dot === null || next.dot === null ? [] : [`M${mark.x},${mark.dot}L${next.x},${next.dot}`];
  });
  const days = scores.map(({ date }, index) => ({ date, x: marks[index]?.x ?? left }));
  return { marks, paths, ticks: placeTicks(days, size) };
}
