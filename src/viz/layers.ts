import { byText } from '../core/text/by-text.ts';

/** A directed link between two nodes, by id. */
export interface Link {
  from: string;
  to: string;
}

/** A place in a layer: a node, or the point where a long link passes the layer. */
export interface Slot {
  id: string;
  layer: number;
}

/** A link and the slots that it runs through, from left to right. */
export interface LinkRoute<L extends Link> {
  link: L;
  /** Ids of slots: both ends, and one in each layer between them. */
  slots: string[];
  /** Whether the link closes a cycle, and so runs from right to left. */
  isBack: boolean;
}

export interface Layers<L extends Link> {
  /** The slots of each layer, from left to right, in the order of their ids. */
  layers: Slot[][];
  routes: LinkRoute<L>[];
}

const keyOf = ({ from, to }: Link): string => `${from} ${to}`;

/** The targets of each id, in the order of ids. */
function targetsOf(links: readonly Link[]): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of links) targets.set(from, [...(targets.get(from) ?? []), to]);
  return targets;
}

/** The links that lead back to a node on the current path, found by a depth-first walk from each id. */
function backLinks<L extends Link>(ids: readonly string[], links: readonly L[]): Set<L> {
  const cycleLinks = new Set<L>();
  const walked = new Set<string>();
  const walk = (id: string, way: readonly string[]): void => {
    walked.add(id);
    for (const link of links.filter(({ from }) => from === id))
      if ([...way, id].includes(link.to)) cycleLinks.add(link);
      else if (!walked.has(link.to)) walk(link.to, [...way, id]);
  };
  for (const id of ids) if (!walked.has(id)) walk(id, []);
  return cycleLinks;
}

/** The layer of each id: one more than the highest layer that leads to it. The links must be acyclic. */
function rankIds(ids: readonly string[], links: readonly Link[]): Map<string, number> {
  const targets = targetsOf(links);
  const ranks = new Map(ids.map((id) => [id, 0]));
  const raise = (id: string, rank: number): void => {
    if (rank < (ranks.get(id) ?? 0)) return;
    ranks.set(id, rank);
    for (const target of targets.get(id) ?? []) raise(target, rank + 1);
  };
  for (const id of ids) raise(id, ranks.get(id) ?? 0);
  return ranks;
}

/** The slots that a link passes between its ends. */
function passedSlots({ from, to }: Link, rankOf: (id: string) => number): Slot[] {
  const first = rankOf(from) + 1;
  return Array.from({ length: rankOf(to) - first }, (_, index) => ({
    id: `${from} ${to} ${index}`,
    layer: first + index,
  }));
}

/**
 * Sorts nodes into layers so that links run from left to right, with a slot in each layer that a long link passes. A
 * link that closes a cycle runs back. Omits links from a node to itself, and to or from unknown nodes. The result does
 * not depend on input order.
 */
export function layersOf<L extends Link>(unsortedIds: readonly string[], unsortedLinks: readonly L[]): Layers<L> {
  const ids = unsortedIds.toSorted(byText);
  const links = unsortedLinks
    .filter(({ from, to }) => from !== to && ids.includes(from) && ids.includes(to))
    .toSorted((a, b) => byText(keyOf(a), keyOf(b)));
  const back = backLinks(ids, links);
  const forward = (link: L): Link => (back.has(link) ? { from: link.to, to: link.from } : link);
  const ranks = rankIds(ids, links.map(forward));
  const rankOf = (id: string) => ranks.get(id) ?? 0;
  const passed = new Map(links.map((link) => [link, passedSlots(forward(link), rankOf)]));
  const slots = [...ids.map((id) => ({ id, layer: rankOf(id) })), ...[...passed.values()].flat()];
  const layerCount = Math.max(0, ...slots.map(({ layer }) => layer + 1));
  return {
    layers: Array.from({ length: layerCount }, (_, layer) => slots.filter((slot) => slot.layer === layer)),
    routes: links.map((link) => {
      const { from, to } = forward(link);
      return { link, isBack: back.has(link), slots: [from, ...(passed.get(link) ?? []).map(({ id }) => id), to] };
    }),
  };
}
