import { stack } from 'd3';

/** A part of a transcript with its main theme; `theme` is empty where none was coded. */
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
  /** One bar for all themes together, each with where it lies and its sum. */
  totals: { theme: string; x: number; width: number; sum: number }[];
  totalsY: number;
}

/** Reads the file of coded transcripts: a head line, then participant, segment, frequency, theme. */
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

/** Lays transcripts out as rows of cells, one for each segment, with a bar of the sums of all themes below. */
export function transcriptGeometry(
  segments: readonly Segment[],
  themes: readonly string[],
  size: { cell: number; left: number; gap: number; bar: number },
): TranscriptGeometry {
  const participants = [...new Set(segments.map(({ participant }) => participant))];
  const step = size.cell + size.gap;
  const longest = Math.max(...segments.map(({ segment }) => segment));
  const width = size.left + longest * step;
  const sums = Object.fromEntries(
    themes.map((theme) => [
      theme,
      segments.filter((each) => each.theme === theme).reduce((sum, { frequency }) => sum + frequency, 0),
    ]),
  );
  const all = Object.values(sums).reduce((sum, each) => sum + each, 0);
  const scale = (value: number) => size.left + ((width - size.left) * value) / all;
  const totalsY = participants.length * step + 52;
  return {
    width,
    height: totalsY + size.bar + 26,
    cell: size.cell,
    rows: participants.map((participant, row) => ({ participant, y: row * step + size.cell / 2 })),
    cells: segments.map((each) => ({
      ...each,
      x: size.left + (each.segment - 1) * step,
      y: participants.indexOf(each.participant) * step,
    })),
    totals: stack<Record<string, number>>()
      .keys(themes)([sums])
      .map((series) => {
        const [from = 0, to = 0] = series[0] ?? [];
        return { theme: series.key, x: scale(from), width: scale(to) - scale(from), sum: sums[series.key] ?? 0 };
      }),
    totalsY,
  };
}
