import { stack } from 'd3';

/** A part of a transcript with its main theme; `theme` is empty if none was coded. */
export interface Segment {
  participant: string;
  segment: number;
  frequency: number;
  theme: string;
}

export interface TranscriptCell extends Segment {
  x: number;
  y: number;
}

export interface TranscriptGeometry {
  width: number;
  height: number;
  cell: number;
  rows: { participant: string; y: number }[];
  cells: TranscriptCell[];
  /** The parts of one bar for all themes, each with its position and its sum. */
  totals: { theme: string; x: number; width: number; sum: number }[];
  totalsY: number;
}

/** Reads the file of coded transcripts: a header line, then participant, segment, frequency, theme. */
export function readSegments(csv: string): Segment[] {
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [participant = '', segment, frequency, theme = ''] = line.trim().split(',');
      return { participant, segment: Number(segment), frequency: Number(frequency), theme };
    });
}

/** How often each theme was coded, over all segments. */
function sumsOf(segments: readonly Segment[], themes: readonly string[]): Record<string, number> {
  const sumOf = (theme: string) =>
    segments.filter((segment) => segment.theme === theme).reduce((sum, { frequency }) => sum + frequency, 0);
  return Object.fromEntries(themes.map((theme) => [theme, sumOf(theme)]));
}

/** The themes as parts of one bar between two positions, in the order of `themes`. */
function stackThemes(sums: Record<string, number>, themes: readonly string[], range: { from: number; to: number }) {
  const total = Object.values(sums).reduce((total, sum) => total + sum, 0);
  const scale = (value: number) => range.from + ((range.to - range.from) * value) / total;
  return stack<Record<string, number>>()
    .keys(themes)([sums])
    .map((series) => {
      const [from = 0, to = 0] = series[0] ?? [];
      return { theme: series.key, x: scale(from), width: scale(to) - scale(from), sum: sums[series.key] ?? 0 };
    });
}

/** Lays out transcripts as rows with a cell per segment, and a bar of the sums of all themes below. */
export function transcriptGeometry(
  segments: readonly Segment[],
  themes: readonly string[],
  size: { cell: number; left: number; gap: number; bar: number },
): TranscriptGeometry {
  const participants = [...new Set(segments.map(({ participant }) => participant))];
  const step = size.cell + size.gap;
  const width = size.left + Math.max(...segments.map(({ segment }) => segment)) * step;
  const totalsY = participants.length * step + 52;
  return {
    width,
    height: totalsY + size.bar + 26,
    cell: size.cell,
    rows: participants.map((participant, row) => ({ participant, y: row * step + size.cell / 2 })),
    cells: segments.map((segment) => ({
      ...segment,
      x: size.left + (segment.segment - 1) * step,
      y: participants.indexOf(segment.participant) * step,
    })),
    totals: stackThemes(sumsOf(segments, themes), themes, { from: size.left, to: width }),
    totalsY,
  };
}
