import type { Neighbour, Relation } from './graph.ts';

/** Where a figure shows a neighbour: left of the entry, right of it, or below. */
export type NeighbourSide = 'before' | 'after' | 'below';

/** The neighbours of an entry through one kind of relation, in one direction. */
export interface NeighbourGroup {
  kind: Relation['kind'];
  inverse: boolean;
  ids: string[];
}

/** Where to show the neighbours of an entry that is the subject of a relation, and of one that is its object. */
const sides: Record<Relation['kind'], { subject: NeighbourSide; object: NeighbourSide } | undefined> = {
  'leads-to': { subject: 'after', object: 'before' },
  worsens: { subject: 'after', object: 'before' },
  eases: { subject: 'after', object: 'below' },
  'builds-on': { subject: 'before', object: 'after' },
  'calls-for': { subject: 'below', object: 'before' },
  'part-of': { subject: 'below', object: 'below' },
  'pulls-against': { subject: 'below', object: 'below' },
  'sets-against': { subject: 'below', object: 'below' },
  'goes-with': undefined,
};

/** The order of groups on a side: causes of trouble come first; below the entry, remedies do. */
const order = Object.keys(sides);

/**
 * Groups an entry's neighbours by position: causes and needs before it, consequences after it, remedies and the rest
 * below it. Omits neighbours that only go with it.
 */
export function neighbourhoodOf(neighbours: readonly Neighbour[]): Record<NeighbourSide, NeighbourGroup[]> {
  const groups = [...Map.groupBy(neighbours, ({ kind, inverse }) => `${kind} ${inverse}`).values()]
    .flatMap((list): NeighbourGroup[] => {
      const [first] = list;
      return first ? [{ kind: first.kind, inverse: first.inverse, ids: list.map(({ id }) => id) }] : [];
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const groupsAt = (side: NeighbourSide) =>
    groups.filter(({ kind, inverse }) => sides[kind]?.[inverse ? 'object' : 'subject'] === side);
  return { before: groupsAt('before'), after: groupsAt('after'), below: groupsAt('below') };
}
