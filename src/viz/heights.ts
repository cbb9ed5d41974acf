import { mean } from '../core/model/arithmetic.ts';
import type { Order, Stroke } from './layer-order.ts';

/** How far something extends above and below its line. */
export interface Reach {
  above: number;
  below: number;
}

/** Number of passes that move every layer towards its neighbours; further passes move nothing by a whole unit. */
const passCount = 24;

/** The closest non-decreasing sequence to the given numbers (pool adjacent violators). */
export function risingNumbers(numbers: readonly number[]): number[] {
  const pools: number[][] = [];
  for (const number of numbers) {
    pools.push([number]);
    for (let last = pools.at(-1), before = pools.at(-2); last && before && mean(before) > mean(last); ) {
      pools.splice(-2, 2, [...before, ...last]);
      last = pools.at(-1);
      before = pools.at(-2);
    }
  }
  return pools.flatMap((pool) => pool.map(() => mean(pool)));
}

/** The minimum distance of each line of a layer from its first line. */
function distances(layer: readonly string[], reachOf: (id: string) => Reach, gap: number): number[] {
  const result: number[] = [];
  for (const [index, id] of layer.entries()) {
    const before = layer[index - 1];
    result.push(before === undefined ? 0 : (result[index - 1] ?? 0) + reachOf(before).below + gap + reachOf(id).above);
  }
  return result;
}

/**
 * The height of the line of each slot: close to the slots it connects to, in the given order, with at least `gap`
 * between slots. The highest slot begins at 0.
 */
export function heightsOf(
  order: Order,
  strokes: readonly Stroke[],
  reachOf: (id: string) => Reach,
  gap: number,
): Map<string, number> {
  const heights = new Map<string, number>();
  const heightOf = (id: string) => heights.get(id) ?? 0;
  const offsets = order.map((layer) => distances(layer, reachOf, gap));
  const wish = (id: string): number => {
    const near = strokes.flatMap(([left, right]) => (left === id ? [right] : right === id ? [left] : []));
    return near.length === 0 ? heightOf(id) : mean(near.map(heightOf));
  };
  const moveLayer = (layer: readonly string[], index: number): void => {
    const base = risingNumbers(layer.map((id, rank) => wish(id) - (offsets[index]?.[rank] ?? 0)));
    for (const [rank, id] of layer.entries()) heights.set(id, (base[rank] ?? 0) + (offsets[index]?.[rank] ?? 0));
  };
  for (const [index, layer] of order.entries())
    for (const [rank, id] of layer.entries()) heights.set(id, offsets[index]?.[rank] ?? 0);
  for (let pass = 0; pass < passCount; pass += 1) for (const [index, layer] of order.entries()) moveLayer(layer, index);
  const top = Math.min(...order.flat().map((id) => heightOf(id) - reachOf(id).above));
  return new Map([...heights].map(([id, height]) => [id, Math.round(height - top)]));
}
