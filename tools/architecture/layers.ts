// A graph without cycles, laid out in layers: what is imported lies below what imports it.
import { mean } from '../../src/core/model/arithmetic.ts';

/** What each node leads to. Every node is a key. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The layers from the bottom up: a node is one above the highest that it leads to. Throws if the graph has a cycle. */
export function roomLayers(graph: Graph): string[][] {
  const heights = new Map<string, number>();
  const heightOf = (node: string, path: readonly string[] = []): number => {
    if (path.includes(node)) throw new Error(`These import each other: ${[...path, node].join(', ')}.`);
    const knownHeight = heights.get(node);
    if (knownHeight !== undefined) return knownHeight;
    const height = 1 + Math.max(-1, ...[...(graph.get(node) ?? [])].map((next) => heightOf(next, [...path, node])));
    heights.set(node, height);
    return height;
  };
  const byHeight = Map.groupBy(graph.keys(), (node) => heightOf(node));
  return [...byHeight].toSorted(([a], [b]) => a - b).map(([, nodes]) => nodes);
}

/** Whether a path leads from one node to another. */
const isReachable = (graph: Graph, from: string, to: string): boolean =>
  from === to || [...(graph.get(from) ?? [])].some((next) => isReachable(graph, next, to));

/** The graph without the edges that a longer path implies. Throws if the graph has a cycle. */
export function withoutImplied(graph: Graph): Graph {
  roomLayers(graph); // throws on a cycle, in which isReachable would never end
  const isImplied = (nexts: ReadonlySet<string>, to: string) =>
    [...nexts].some((next) => next !== to && isReachable(graph, next, to));
  return new Map([...graph].map(([node, nexts]) => [node, new Set([...nexts].filter((to) => !isImplied(nexts, to)))]));
}

/** A graph in which every edge leads one layer down: long edges pass through nodes of their own, whose names hold a ">". */
export function splitLongEdges(graph: Graph): { graph: Graph; layers: string[][] } {
  const layers = roomLayers(graph).map((layer) => [...layer]);
  const heights = new Map(layers.flatMap((layer, height) => layer.map((node): [string, number] => [node, height])));
  const split = new Map<string, Set<string>>([...graph.keys()].map((node) => [node, new Set()]));
  const height = (node: string) => heights.get(node) ?? 0;
  for (const [node, nexts] of graph)
    for (const next of nexts) {
      let above = node;
      for (let at = height(node) - 1; at > height(next); at -= 1) {
        const passing = `${node}>${next}>${at}`;
        split.get(above)?.add(passing);
        split.set(passing, new Set());
        layers[at]?.push(passing);
        above = passing;
      }
      split.get(above)?.add(next);
    }
  return { graph: split, layers };
}

/** Orders each layer so that edges cross little: every node near the middle of its neighbours, pass after pass. */
export function orderRooms(graph: Graph, layers: readonly string[][]): string[][] {
  const neighbours = new Map([...graph.keys()].map((node) => [node, [...(graph.get(node) ?? [])]]));
  for (const [node, nexts] of graph) for (const next of nexts) neighbours.get(next)?.push(node);
  let ordered = layers.map((layer) => [...layer]);
  for (let pass = 0; pass < 24; pass += 1) {
    const places = new Map(
      ordered.flatMap((layer) => layer.map((node, index): [string, number] => [node, (index + 0.5) / layer.length])),
    );
    const wish = (node: string) => mean((neighbours.get(node) ?? []).map((each) => places.get(each) ?? 0.5)) || 0;
    ordered = ordered.map((layer, height) =>
      height % 2 === pass % 2 ? layer.toSorted((a, b) => wish(a) - wish(b)) : layer,
    );
  }
  return ordered;
}
