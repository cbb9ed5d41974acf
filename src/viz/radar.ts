import { curveLinearClosed, lineRadial, pointRadial, polygonArea } from 'd3';

/** One number on a spoke, 0 to 1. */
export interface Spoke {
  id: string;
  value: number;
}

/** Orders that the same spokes can have. */
export const radarOrders = ['given', 'sorted', 'alternating'] as const;
export type RadarOrder = (typeof radarOrders)[number];

/** The same spokes in another order: as given, from high to low, or alternating between the highest and the lowest left. */
export function orderSpokes(spokes: readonly Spoke[], order: RadarOrder): Spoke[] {
  if (order === 'given') return [...spokes];
  const byValue = spokes.toSorted((a, b) => b.value - a.value);
  if (order === 'sorted') return byValue;
  const half = Math.ceil(byValue.length / 2);
  const lowSpokes = byValue.slice(half).toReversed();
  return byValue.slice(0, half).flatMap((spoke, index) => [spoke, ...lowSpokes.slice(index, index + 1)]);
}

export interface RadarGeometry {
  /** Half the side of the drawing, a square around the origin. */
  half: number;
  /** The filled shape. */
  path: string;
  /** Area of the shape as a share of the area with every value at 1. */
  share: number;
  /** Each spoke with its outer end and the middle of its label. */
  spokes: (Spoke & { x: number; y: number; labelX: number; labelY: number })[];
  /** Rings of equal value, inner to outer. */
  rings: string[];
}

/**
 * Draws values as a radar chart, the first upright, the rest clockwise at equal angles.
 * @param spokes at least three, values 0 to 1
 * @param size length of a spoke, and room for labels beyond it
 */
export function radarGeometry(spokes: readonly Spoke[], size: { radius: number; label: number }): RadarGeometry {
  const { radius, label } = size;
  const angleOf = (index: number) => (2 * Math.PI * index) / spokes.length;
  const cornersOf = (values: readonly number[]) =>
    values.map((value, index): [number, number] => pointRadial(angleOf(index), value * radius));
  const pathOf = lineRadial<number>()
    .angle((_, index) => angleOf(index))
    .radius((value) => value * radius)
    .curve(curveLinearClosed);
  const values = spokes.map(({ value }) => value);
  const fullValues = spokes.map(() => 1);
  return {
    half: radius + label,
    path: pathOf(values) ?? '',
    share: polygonArea(cornersOf(values)) / polygonArea(cornersOf(fullValues)),
    spokes: spokes.map((spoke, index) => {
      const [x, y] = pointRadial(angleOf(index), radius);
      const [labelX, labelY] = pointRadial(angleOf(index), radius + label / 2);
      return { ...spoke, x, y, labelX, labelY };
    }),
    rings: [0.25, 0.5, 0.75, 1].map((ring) => pathOf(fullValues.map(() => ring)) ?? ''),
  };
}
