import type { SheetColumnId } from '../core/report/sheet-lines.ts';
import type { TeamsLine } from '../core/rollup/teams-sheet.ts';
import {
  bandY,
  columnX,
  type PlacedStage,
  placeStages,
  positionCount,
  positionsFrom,
  type SheetLayout,
  sheetLayouts,
} from './sheet-grid.ts';

/** The head of a column: a V with the scores of its teams, 0 to 100; the symptoms have none. */
export interface TeamsColumn {
  id: SheetColumnId;
  points: readonly number[];
}

/** What the sheet of many teams shows. */
export interface TeamsSheetContent {
  columns: readonly TeamsColumn[];
  /** Stage ids, in loop order. */
  stages: readonly string[];
  /** Weakest first. */
  lines: readonly TeamsLine[];
  /** The scores, 0 to 1, at which the word of a V changes. */
  cuts: readonly number[];
}

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedTeamsHead extends TeamsColumn {
  x: number;
  width: number;
  /** The scale from 0 to 100: its y position, where the word changes, and one tick for each score that a team has. */
  bandY: number;
  cuts: number[];
  ticks: number[];
  /** Where the signs for "not known" and "does not apply" are. */
  signs: { unknown: number; na: number };
}

export interface PlacedTeamsLine extends TeamsLine {
  x: number;
  /** Vertical middle of the line, and the foot of its bars. */
  y: number;
  footY: number;
  /** The x positions of the five answers. */
  steps: number[];
  /** One bar for each position that a team has. */
  bars: Bar[];
  unknownBar: Bar | null;
  naBar: Bar | null;
}

export interface TeamsSheetGeometry {
  width: number;
  height: number;
  headHeight: number;
  heads: PlacedTeamsHead[];
  stages: PlacedStage[];
  lines: PlacedTeamsLine[];
  /** Number of teams at the highest bar; 0 without bars. All bars have one scale. */
  highest: number;
}

/** The grid of one team's sheet, with answers closer together, since two more bars follow them. */
export const teamsLayouts = {
  wide: { ...sheetLayouts.wide, step: 12 },
  single: { ...sheetLayouts.single, step: 15 },
} as const satisfies Record<string, SheetLayout>;

/** How far the last bar reaches into the free space between columns. */
const overhang = 8;
/** Free space between the bars, and above the highest. */
const barGap = 3;
/** Distance from the middle of a line to the foot of its bars, which is about the baseline of its title. */
const footShare = 0.2;
/** Height of a bar for a single team among very many. */
const lowestBar = 1.5;

/** The x positions of the first answer, of "not known" and of "does not apply", which come after a gap. */
function marksOf(x: number, { columnWidth, step }: SheetLayout): { first: number; unknown: number; na: number } {
  const na = x + columnWidth + overhang;
  const unknown = na - step;
  return { first: unknown - (positionCount - 1 + 1.5) * step, unknown, na };
}

function placeHead(column: TeamsColumn, index: number, cuts: readonly number[], layout: SheetLayout): PlacedTeamsHead {
  const x = columnX(index, layout);
  const scale = (value: number) => x + value * layout.columnWidth;
  const { unknown, na } = marksOf(x, layout);
  return {
    ...column,
    x,
    width: layout.columnWidth,
    bandY: bandY(layout),
    cuts: cuts.map(scale),
    ticks: [...new Set(column.points)].map((point) => scale(point / 100)),
    signs: { unknown, na },
  };
}

function placeLine(line: TeamsLine, x: number, y: number, layout: SheetLayout, highest: number): PlacedTeamsLine {
  const { step, row } = layout;
  const { first, unknown, na } = marksOf(x, layout);
  const footY = y + row * footShare;
  const steps = positionsFrom(first, layout);
  const barAt = (middle: number, count: number): Bar[] => {
    if (count === 0) return [];
    const height = Math.max(lowestBar, (count / highest) * (row - barGap));
    return [{ x: middle - (step - barGap) / 2, y: footY - height, width: step - barGap, height }];
  };
  return {
    ...line,
    x,
    y,
    footY,
    steps,
    bars: steps.flatMap((middle, position) => barAt(middle, line.teams?.[position] ?? 0)),
    unknownBar: barAt(unknown, line.unknown)[0] ?? null,
    naBar: barAt(na, line.na)[0] ?? null,
  };
}

/**
 * Lays out the practice sheet of many teams on the grid of one team's: on each line a bar for each of the five positions,
 * then one for "not known" and one for "does not apply". All bars have one scale, and the highest fills its line. Counts
 * that are left out have no bars.
 */
export function teamsSheetGeometry(content: TeamsSheetContent, layout: SheetLayout): TeamsSheetGeometry {
  const { columns, cuts } = content;
  const highest = Math.max(0, ...content.lines.flatMap(({ teams, unknown, na }) => [...(teams ?? []), unknown, na]));
  const { stages, lines, height } = placeStages(content, layout, (line, x, y) =>
    placeLine(line, x, y, layout, highest),
  );
  return {
    width: columns.length * (layout.columnWidth + layout.gutter),
    height,
    headHeight: layout.head,
    heads: columns.map((column, index) => placeHead(column, index, cuts, layout)),
    stages,
    lines,
    highest,
  };
}
