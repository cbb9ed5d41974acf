import { line } from 'd3';

/** A side of the triangle of the three Vs: how many claims call it a tension, and how many a synergy. */
export interface Side {
  between: readonly [string, string];
  tensions: number;
  synergies: number;
}

/** Where a text stands, and which end of it stands there. */
export interface Label {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

export interface TriangleGeometry {
  corners: { id: string; x: number; y: number }[];
  sides: (Side & {
    /** A jagged line for what pulls apart, a plain one for what holds together; empty where no claim says so. */
    tensionPath: string;
    synergyPath: string;
    tensionLabel: Label;
    synergyLabel: Label;
  })[];
  width: number;
  height: number;
}

const teeth = 9;

/**
 * Draws the three Vs as corners, and between each two of them what pulls them apart and what holds them together.
 * @param ids the corners: left, right, below
 */
export function triangleGeometry(
  ids: readonly [string, string, string],
  sides: readonly Side[],
  size: { width: number; height: number; margin: number; corner: number; apart: number; tooth: number },
): TriangleGeometry {
  const { width, height, margin, corner, apart, tooth } = size;
  const corners = [
    { id: ids[0], x: margin, y: margin },
    { id: ids[1], x: width - margin, y: margin },
    { id: ids[2], x: width / 2, y: height - margin },
  ];
  const center = { x: width / 2, y: (2 * margin + height - margin) / 3 };
  return {
    width,
    height,
    corners,
    sides: sides.map((side) => {
      const [a, b] = side.between.map((id) => corners.find((each) => each.id === id) ?? corners[0]) as [
        (typeof corners)[number],
        (typeof corners)[number],
      ];
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      const away = Math.sign((middle.x - center.x) * -along.y + (middle.y - center.y) * along.x) || 1;
      const outward = { x: -along.y * away, y: along.x * away };
      /** A point on the side: `share` of the way, `off` outward. */
      const at = (share: number, off: number): [number, number] => {
        const reach = corner + share * (length - 2 * corner);
        return [a.x + along.x * reach + outward.x * off, a.y + along.y * reach + outward.y * off];
      };
      const jagged = Array.from({ length: teeth * 2 + 1 }, (_, step) =>
        at(step / (teeth * 2), apart / 2 + (step === 0 || step === teeth * 2 ? 0 : step % 2 === 0 ? -tooth : tooth)),
      );
      // On slanted sides a label stands in the wide part of the triangle.
      const share = Math.abs(outward.x) < 0.3 ? 0.5 : a.y < b.y ? 0.3 : 0.7;
      const label = (off: number): Label => {
        const [x, y] = at(share, off);
        const lean = outward.x * Math.sign(off);
        return { x, y, anchor: Math.abs(lean) < 0.3 ? 'middle' : lean < 0 ? 'end' : 'start' };
      };
      return {
        ...side,
        tensionPath: side.tensions > 0 ? (line()(jagged) ?? '') : '',
        synergyPath: side.synergies > 0 ? (line()([at(0, -apart / 2), at(1, -apart / 2)]) ?? '') : '',
        tensionLabel: label(apart / 2 + 20),
        synergyLabel: label(-apart / 2 - 16),
      };
    }),
  };
}
