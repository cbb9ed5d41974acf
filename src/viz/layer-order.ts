/** Ids in layers from left to right, each layer from top to bottom. */
export type Order = readonly (readonly string[])[];
/** A stroke from a slot to one in the next layer. */
export type Stroke = readonly [left: string, right: string];

/** Number of sweeps over the layers; more change nothing in drawings of this size. */
const sweepCount = 8;

const rankIn = (order: Order): Map<string, number> =>
  new Map(order.flatMap((layer) => layer.map((id, rank) => [id, rank] as const)));

/** Number of crossings between strokes in the same gap. */
export function countCrossings(order: Order, strokes: readonly Stroke[]): number {
  const ranks = rankIn(order);
  const layers = new Map(order.flatMap((layer, index) => layer.map((id) => [id, index] as const)));
  const ends = strokes.map(([left, right]) => ({
    layer: layers.get(left),
    left: ranks.get(left) ?? 0,
    right: ranks.get(right) ?? 0,
  }));
  const crosses = (a: (typeof ends)[number], b: (typeof ends)[number]) =>
    a.layer === b.layer && (a.left - b.left) * (a.right - b.right) < 0;
  return ends.reduce((sum, a, index) => sum + ends.slice(index + 1).filter((b) => crosses(a, b)).length, 0);
}

/** Sorts a layer by the mean rank of the neighbours of each slot; a slot without neighbours uses its own rank. */
function sortLayer(layer: readonly string[], neighbours: (id: string) => readonly string[], order: Order): string[] {
  const ranks = rankIn(order);
  const meanRank = (id: string): number => {
    const near = neighbours(id).map((each) => ranks.get(each) ?? 0);
    return near.length === 0 ? (ranks.get(id) ?? 0) : near.reduce((sum, rank) => sum + rank, 0) / near.length;
  };
  return layer.toSorted((a, b) => meanRank(a) - meanRank(b));
}

/** Sorts every layer by the one before it, then every layer by the one after it. */
function sweep(order: Order, strokes: readonly Stroke[]): Order {
  const before = (id: string) => strokes.filter(([, right]) => right === id).map(([left]) => left);
  const after = (id: string) => strokes.filter(([left]) => left === id).map(([, right]) => right);
  let swept = order;
  for (const index of order.keys()) swept = swept.with(index, sortLayer(swept[index] ?? [], before, swept));
  for (const index of [...order.keys()].toReversed())
    swept = swept.with(index, sortLayer(swept[index] ?? [], after, swept));
  return swept;
}

const swapped = (order: Order, layer: number, rank: number): Order => {
  const slots = order[layer] ?? [];
  return order.with(layer, slots.with(rank, slots[rank + 1] ?? '').with(rank + 1, slots[rank] ?? ''));
};

/** Every order that results from swapping two neighbours in a layer. */
const swaps = (order: Order): Order[] =>
  order.flatMap((slots, layer) => slots.slice(1).map((_, rank) => swapped(order, layer, rank)));

/** Swaps neighbours as long as that removes crossings. */
function swapNeighbours(order: Order, strokes: readonly Stroke[]): Order {
  const count = countCrossings(order, strokes);
  const better = swaps(order).find((other) => countCrossings(other, strokes) < count);
  return better ? swapNeighbours(better, strokes) : order;
}

/** Sorts the slots of each layer so that few strokes cross. The same input gives the same order. */
export function orderLayers(layers: Order, strokes: readonly Stroke[]): Order {
  let order = layers;
  let best = layers;
  for (let count = 0; count < sweepCount; count += 1) {
    order = sweep(order, strokes);
    if (countCrossings(order, strokes) < countCrossings(best, strokes)) best = order;
  }
  return swapNeighbours(best, strokes);
}
