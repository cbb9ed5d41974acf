import { path } from 'd3';
import type { PlacedLine, SheetContent } from './practice-sheet.ts';
import type { SheetLayout } from './sheet-grid.ts';

export interface PlacedTension {
  id: string;
  letter: string;
  /** A path from dot to dot that runs between the lines and in the free space between columns. */
  path: string;
  /** In the middle between columns, so that it touches no title, even where the lines of several tensions keep apart. */
  label: { x: number; y: number };
}

const cornerRadius = 5;
/** Height of the label of a tension. */
const labelHeight = 14;

/** The path of a tension: from a dot into the gap between two lines, along it, down the gutter, to the other dot. */
function tensionPath(from: PlacedLine, to: PlacedLine, shift: number, { columnWidth, gutter, row }: SheetLayout) {
  const [down, up] = from.y <= to.y ? [1, -1] : [-1, 1];
  const middleX = from.x + columnWidth + gutter / 2;
  const gutterX = middleX + shift;
  const [startX, endX] = [from.dot ?? from.x, to.dot ?? to.x];
  const [startY, endY] = [from.y + (down * row) / 2, to.y + (up * row) / 2];
  const drawing = path();
  drawing.moveTo(startX, from.y);
  drawing.arcTo(startX, startY, gutterX, startY, cornerRadius);
  drawing.arcTo(gutterX, startY, gutterX, endY, cornerRadius);
  drawing.arcTo(gutterX, endY, endX, endY, cornerRadius);
  drawing.arcTo(endX, endY, endX, to.y, cornerRadius);
  drawing.lineTo(endX, to.y);
  return { path: drawing.toString(), label: { x: middleX, y: (startY + endY) / 2 } };
}

/** Moves labels down until none overlap. */
function spreadLabels(tensions: readonly PlacedTension[]): PlacedTension[] {
  const placed: PlacedTension[] = [];
  for (const tension of tensions) {
    const { x } = tension.label;
    let { y } = tension.label;
    const isCovered = () =>
      placed.some(({ label }) => Math.abs(label.y - y) < labelHeight && Math.abs(label.x - x) < labelHeight);
    while (isCovered()) y += labelHeight;
    placed.push({ ...tension, label: { x, y } });
  }
  return placed;
}

/** Draws the tensions whose two practices have an answer on the sheet. */
export function placeTensions(
  tensions: SheetContent['tensions'],
  lines: readonly PlacedLine[],
  layout: SheetLayout,
): PlacedTension[] {
  const lineOf = (item: string) => lines.find((line) => line.item === item && line.dot !== null);
  const placed = tensions.flatMap(({ id, letter, high, low }, index) => {
    const [from, to] = [lineOf(high), lineOf(low)];
    if (!from || !to) return [];
    const shift = (index - (tensions.length - 1) / 2) * 4;
    return [{ id, letter, ...tensionPath(from, to, shift, layout) }];
  });
  return spreadLabels(placed);
}
