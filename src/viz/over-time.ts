/** A score at a day; null where there is none. */
export interface DatedScore {
  /** A day, as `2026-11-23`. */
  date: string;
  point: number | null;
  low: number | null;
  high: number | null;
}

export interface TimeGeometry {
  /** One for each score, in the order of the list. */
  marks: { x: number; dot: number | null; low: number | null; high: number | null }[];
  /** Lines between scores that follow each other; broken where a score is missing. */
  paths: string[];
  /** Days that are labelled: the first and the last, and those between that have room. */
  ticks: { x: number; date: string; anchor: 'start' | 'middle' | 'end' }[];
}

/**
 * Lays out scores over real time: a gap of a year is twelve times as wide as one of a month.
 * @param scores in the order of their days
 * @param size room of the drawing, and the width that the label of a day takes
 */
export function timeGeometry(
  scores: readonly DatedScore[],
  size: { left: number; right: number; top: number; bottom: number; label: number },
): TimeGeometry {
  const { left, right, top, bottom, label } = size;
  const days = scores.map(({ date }) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (day: number) =>
    last > first ? left + ((day - first) / (last - first)) * (right - left) : (left + right) / 2;
  const y = (share: number | null) => (share === null ? null : bottom - share * (bottom - top));
  const marks = scores.map(({ point, low, high }, at) => ({
    x: x(days[at] ?? first),
    dot: y(point),
    low: y(low),
    high: y(high),
  }));
  const paths = marks.flatMap((mark, at) => {
    const next = marks[at + 1];
    return !next || mark.dot === null || next.dot === null ? [] : [`M${mark.x},${mark.dot}L${next.x},${next.dot}`];
  });
  const ticks: TimeGeometry['ticks'] = [];
  scores.forEach(({ date }, at) => {
    const place = marks[at]?.x ?? left;
    const isEnd = place === x(first) || place === x(last);
    const near = ticks.some((tick) => Math.abs(tick.x - place) < label);
    if (isEnd ? ticks.some((tick) => tick.x === place) : near || x(last) - place < label) return;
    const anchor = last === first ? 'middle' : place === left ? 'start' : place === right ? 'end' : 'middle';
    ticks.push({ x: place, date, anchor });
  });
  return { marks, paths, ticks };
}
