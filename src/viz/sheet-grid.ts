import type { SheetColumnId } from '../core/report/sheet-lines.ts';

/** Dimensions of a layout, in drawing units. */
export interface SheetLayout {
  columnWidth: number;
  /** Free space between two columns, where the lines of tensions run. */
  gutter: number;
  /** Height of the heads. */
  head: number;
  /** Most characters in a line of a note in the heads, and the height of each line after the first. */
  noteLength: number;
  noteLine: number;
  /** Height of the name of a stage, and of the free space below its last line. */
  stageName: number;
  stageEnd: number;
  /** Height of one line. */
  row: number;
  /** Distance between two positions. */
  step: number;
}

/** Four columns side by side, 1,072 units wide, and a single column as wide as a phone. */
export const sheetLayouts = {
  wide: {
    columnWidth: 246,
    gutter: 22,
    head: 60,
    noteLength: 40,
    noteLine: 15,
    stageName: 20,
    stageEnd: 4,
    row: 17,
    step: 15,
  },
  single: {
    columnWidth: 342,
    gutter: 16,
    head: 62,
    noteLength: 42,
    noteLine: 18,
    stageName: 34,
    stageEnd: 8,
    row: 30,
    step: 19,
  },
} as const satisfies Record<string, SheetLayout>;

export interface PlacedStage {
  id: string;
  /** The rule above the stage, and the baseline of its name. */
  ruleY: number;
  nameY: number;
  /** Columns without a question in this stage, with the vertical middle of the first line. */
  empty: { column: SheetColumnId; x: number; y: number }[];
}

/** What a grid places: lines that name their cell. */
interface GridContent<Line> {
  columns: readonly { id: SheetColumnId }[];
  /** Stage ids, from top to bottom. */
  stages: readonly string[];
  /** In their order within a cell. */
  lines: readonly Line[];
}

export const positionCount = 5;
/** Distance from the rule of a stage to the baseline of its name. */
const nameBaseline = 15;
/** Distance from the lower end of the heads to the scales in them. */
const bandDistance = 12;

/** The left end of a column. */
export const columnX = (index: number, { columnWidth, gutter }: SheetLayout): number => index * (columnWidth + gutter);

/** The vertical position of the scales in the heads. */
export const bandY = ({ head }: SheetLayout): number => head - bandDistance;

/** The x positions of the five answers, from the first. */
export const positionsFrom = (first: number, { step }: SheetLayout): number[] =>
  Array.from({ length: positionCount }, (_, index) => first + index * step);

/**
 * Places the stages from top to bottom, each as high as its longest column, and the lines in their cells.
 * @param placeLine places a line whose column begins at x and whose vertical middle is y
 */
export function placeStages<Line extends { stage: string; column: SheetColumnId }, Placed>(
  { columns, stages, lines }: GridContent<Line>,
  layout: SheetLayout,
  placeLine: (line: Line, x: number, y: number) => Placed,
): { stages: PlacedStage[]; lines: Placed[]; height: number } {
  let top = layout.head;
  const placedLines: Placed[] = [];
  const placedStages = stages.map((id): PlacedStage => {
    const inStage = columns.map((column) => lines.filter((line) => line.stage === id && line.column === column.id));
    const rowY = (row: number) => top + layout.stageName + (row + 0.5) * layout.row;
    inStage.forEach((column, index) => {
      column.forEach((line, row) => {
        placedLines.push(placeLine(line, columnX(index, layout), rowY(row)));
      });
    });
    const placed = {
      id,
      ruleY: top,
      nameY: top + nameBaseline,
      empty: columns.flatMap((column, index) =>
        inStage[index]?.length === 0 ? [{ column: column.id, x: columnX(index, layout), y: rowY(0) }] : [],
      ),
    };
    top += layout.stageName + Math.max(1, ...inStage.map(({ length }) => length)) * layout.row + layout.stageEnd;
    return placed;
  });
  return { stages: placedStages, lines: placedLines, height: top };
}
