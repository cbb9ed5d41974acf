import type { SheetLine } from '../core/report/sheet-lines.ts';
import {
  bandY,
  columnX,
  type PlacedStage,
  placeStages,
  positionCount,
  positionsFrom,
  type SheetLayout,
} from './sheet-grid.ts';
import { type PlacedTension, placeTensions } from './sheet-tensions.ts';
import { wrapText } from './wrap-text.ts';

/** The head of a column: a V with its score, 0 to 1, or the symptoms, which have no score. */
export interface SheetColumn {
  id: SheetLine['column'];
  point: number | null;
  low: number | null;
  high: number | null;
  /** What stands below its name. */
  note: string;
}

/** What the sheet shows. */
export interface SheetContent {
  columns: readonly SheetColumn[];
  /** Stage ids, in loop order. */
  stages: readonly string[];
  /** Weakest first within a stage and a column. */
  lines: readonly SheetLine[];
  /** Pairs of practices that pull against each other, each with the letter that names it. */
  tensions: readonly { id: string; letter: string; high: string; low: string }[];
  /** The scores, 0 to 1, at which the word of a V changes. */
  cuts: readonly number[];
}

/** Radii of the dots: an answer, the number of a move, its target, and one person; and how far a proof surrounds a dot. */
export const sheetDots = { answer: 4.5, move: 8, target: 4.5, person: 2, proof: 2 } as const;

export interface PlacedHead extends SheetColumn {
  x: number;
  width: number;
  /** The note, wrapped to the width of the column, and the height of a line. */
  noteLines: string[];
  noteLine: number;
  /** The scale from 0 to 100: its y position, and the x positions where the word changes. */
  bandY: number;
  cuts: number[];
  band: { from: number; to: number } | null;
  dot: number | null;
}

export interface PlacedLine extends SheetLine {
  x: number;
  /** Vertical middle of the line. */
  y: number;
  /** The x positions of the five answers. */
  steps: number[];
  /** The x position of the answer; null without one. */
  dot: number | null;
  /** From the answer to the target of its move; null without an answer, or if the target is not to its right. */
  arrow: { from: number; to: number } | null;
  /**
   * The x position of the number of a move: its answer or, without one, left of the five positions. Null without a
   * move.
   */
  number: number | null;
  earlier: number | null;
  /** From the lowest to the highest answer of several people. */
  people: { min: number; max: number } | null;
}

export interface SheetGeometry {
  width: number;
  height: number;
  headHeight: number;
  heads: PlacedHead[];
  stages: PlacedStage[];
  lines: PlacedLine[];
  tensions: PlacedTension[];
}

/** How far the number of a move without an answer stands from the first position, so that it marks none. */
const findOutGap = 4;
/** Free space for half a dot at the end of a line. */
const endPadding = 9;
function placeHead(column: SheetColumn, index: number, cuts: readonly number[], layout: SheetLayout): PlacedHead {
  const x = columnX(index, layout);
  const scale = (value: number) => x + value * layout.columnWidth;
  const { point, low, high } = column;
  return {
    ...column,
    x,
    width: layout.columnWidth,
    noteLines: wrapText(column.note, layout.noteLength),
    noteLine: layout.noteLine,
    bandY: bandY(layout),
    cuts: cuts.map(scale),
    band: low === null || high === null ? null : { from: scale(low), to: scale(high) },
    dot: point === null ? null : scale(point),
  };
}

function placeLine(line: SheetLine, x: number, y: number, layout: SheetLayout): PlacedLine {
  const { columnWidth, step } = layout;
  const first = x + columnWidth - endPadding - (positionCount - 1) * step;
  const at = (position: number | null | undefined) =>
    position === null || position === undefined ? null : first + position * step;
  const { position, move, people, before } = line;
  const dot = at(position);
  const target = at(move?.position);
  return {
    ...line,
    x,
    y,
    steps: positionsFrom(first, layout),
    dot,
    number: move ? (dot ?? first - findOutGap) : null,
    arrow: dot !== null && target !== null && target > dot ? { from: dot, to: target } : null,
    earlier: at(before),
    people: people && { min: at(people.min) ?? first, max: at(people.max) ?? first },
  };
}

/** The layout with heads high enough for the longest note. */
function withRoomForNotes(columns: readonly SheetColumn[], layout: SheetLayout): SheetLayout {
  const lineCounts = columns.map(({ note }) => wrapText(note, layout.noteLength).length);
  return { ...layout, head: layout.head + (Math.max(...lineCounts) - 1) * layout.noteLine };
}

/**
 * Lays out the practice sheet: a column for each V and one for the symptoms, the stages from top to bottom, and every
 * question as one line with its answer at one of five positions. Only the position of a dot shows the level.
 * The same content gives the same drawing. A tension is drawn only if both of its practices have an answer on the sheet.
 */
export function sheetGeometry(content: SheetContent, plain: SheetLayout): SheetGeometry {
  const { columns, cuts, tensions } = content;
  const layout = withRoomForNotes(columns, plain);
  const { stages, lines, height } = placeStages(content, layout, (line, x, y) => placeLine(line, x, y, layout));
  return {
    width: columns.length * (layout.columnWidth + layout.gutter),
    height,
    headHeight: layout.head,
    heads: columns.map((column, index) => placeHead(column, index, cuts, layout)),
    stages,
    lines,
    tensions: placeTensions(tensions, lines, layout),
  };
}
