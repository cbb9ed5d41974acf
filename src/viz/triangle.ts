import { line } from 'd3';

/** A side of the triangle of the three Vs: how many claims call it a tension, and how many a synergy. */
export interface TriangleSide {
  between: readonly [string, string];
  tensions: number;
  synergies: number;
}

/** Where a text is, and which end of it is there. */
export interface TriangleLabel {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

export interface DrawnSide extends TriangleSide {
  /** A jagged line for what pulls apart, a straight one for what holds together; empty if no claim says so. */
  tensionPath: string;
  synergyPath: string;
  tensionLabel: TriangleLabel;
  synergyLabel: TriangleLabel;
}

export interface TriangleGeometry {
  corners: { id: string; x: number; y: number }[];
  sides: DrawnSide[];
  width: number;
  height: number;
}

export interface TriangleSize {
  width: number;
  height: number;
  margin: number;
  /** Free space around each corner. */
  corner: number;
  /** Distance between the two lines of a side. */
  gap: number;
  /** Height of a tooth of the jagged line. */
  tooth: number;
}

interface Point {
  x: number;
  y: number;
}

/** A side as a direction: its start, its length, and unit vectors along it and away from the middle of the triangle. */
interface Axis {
  start: Point;
  length: number;
  along: Point;
  outward: Point;
  /** Whether it leads downwards. */
  isDescending: boolean;
}

const toothCount = 9;

function axisOf(start: Point, end: Point, center: Point): Axis {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const sign = Math.sign((middle.x - center.x) * -along.y + (middle.y - center.y) * along.x) || 1;
  return { start, length, along, outward: { x: -along.y * sign, y: along.x * sign }, isDescending: start.y < end.y };
}

/** A point of a side: `share` of the way between its corners, `offset` outward. */
function pointOn({ start, length, along, outward }: Axis, corner: number, share: number, offset: number): Point {
  const distance = corner + share * (length - 2 * corner);
  return {
    x: start.x + along.x * distance + outward.x * offset,
    y: start.y + along.y * distance + outward.y * offset,
  };
}

function labelOn(axis: Axis, corner: number, offset: number): TriangleLabel {
  // On slanted sides a label is in the wide part of the triangle.
  const share = Math.abs(axis.outward.x) < 0.3 ? 0.5 : axis.isDescending ? 0.3 : 0.7;
  const lean = axis.outward.x * Math.sign(offset);
  const anchor = Math.abs(lean) < 0.3 ? 'middle' : lean < 0 ? 'end' : 'start';
  return { ...pointOn(axis, corner, share, offset), anchor };
}

function drawSide(side: TriangleSide, axis: Axis, { corner, gap, tooth }: TriangleSize): DrawnSide {
  const pathOf = (points: readonly Point[]) => line()(points.map(({ x, y }): [number, number] => [x, y])) ?? '';
  const stepCount = toothCount * 2;
  const toothOffset = (step: number) => (step === 0 || step === stepCount ? 0 : step % 2 === 0 ? -tooth : tooth);
  const jaggedLine = Array.from({ length: stepCount + 1 }, (_, step) =>
    pointOn(axis, corner, step / stepCount, gap / 2 + toothOffset(step)),
  );
  const straightLine = [0, 1].map((share) => pointOn(axis, corner, share, -gap / 2));
  return {
    ...side,
    tensionPath: side.tensions > 0 ? pathOf(jaggedLine) : '',
    synergyPath: side.synergies > 0 ? pathOf(straightLine) : '',
    tensionLabel: labelOn(axis, corner, gap / 2 + 20),
    synergyLabel: labelOn(axis, corner, -gap / 2 - 16),
  };
}

/**
 * Draws the three Vs as corners, and between each two of them what pulls them apart and what holds them together.
 * @param ids the corners: left, right, bottom
 */
export function triangleGeometry(
  ids: readonly [string, string, string],
  sides: readonly TriangleSide[],
  size: TriangleSize,
): TriangleGeometry {
  const { width, height, margin } = size;
  const corners = [
    { id: ids[0], x: margin, y: margin },
    { id: ids[1], x: width - margin, y: margin },
    { id: ids[2], x: width / 2, y: height - margin },
  ];
  const center = { x: width / 2, y: (2 * margin + height - margin) / 3 };
  const cornerOf = (id: string): Point => corners.find((corner) => corner.id === id) ?? center;
  return {
    width,
    height,
    corners,
    sides: sides.map((side) => {
      const [start, end] = side.between;
      return drawSide(side, axisOf(cornerOf(start), cornerOf(end), center), size);
    }),
  };
}
