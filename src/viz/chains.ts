import { linkHorizontal } from 'd3';
import { heightsOf, type Reach } from './heights.ts';
import { type Order, orderLayers, type Stroke } from './layer-order.ts';
import { type Link, type LinkRoute, layersOf } from './layers.ts';
import { wrapText } from './wrap-text.ts';

/** A node that leads to others: its name, above its line, and a few words below the line. */
export interface ChainNode {
  id: string;
  name: string;
  words: string;
}

export interface ChainLink extends Link {
  kind: string;
}

export interface ChainsSize {
  width: number;
  /** Width of a label, and how many characters fit in one of its lines. */
  label: number;
  characters: { name: number; words: number };
  /** Distance from one line of text to the next. */
  line: number;
  /** Minimum space between labels of one layer. */
  gap: number;
}

/** A line of text; `x` and `y` are the left end of its baseline. */
export interface TextLine {
  text: string;
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedLabel {
  id: string;
  name: TextLine[];
  words: TextLine[];
  /** The line between the name and the words, at whose ends links attach. */
  rule: { x1: number; x2: number; y: number };
  /** Boxes around the name and the words, which no link crosses. */
  boxes: [Box, Box];
}

export interface PlacedLink extends ChainLink {
  path: string;
  arrowPath: string;
}

export interface ChainsGeometry {
  width: number;
  height: number;
  labels: PlacedLabel[];
  links: PlacedLink[];
  /** A label for each kind, above a stretch of one of its links that passes between labels. */
  kindLabels: { kind: string; x: number; y: number }[];
}

/** The left edge of each column of labels. */
type Columns = readonly number[];
/** The texts of a label, split into lines. */
interface LabelLines {
  name: string[];
  words: string[];
}
type PointOf = (slot: string) => { x: number; y: number };

const arrow = { length: 9, half: 4.5 };
/** Minimum space between two columns. */
const leastGutter = 26;
const curve = linkHorizontal<unknown, [number, number]>();

const strokesOf = ({ slots }: LinkRoute<Link>): Stroke[] =>
  slots.slice(1).map((slot, index): Stroke => [slots[index] ?? '', slot]);

/** Places the columns. Shares the width that labels leave among the gutters, by their number of strokes. */
function placeColumns(order: Order, strokes: readonly Stroke[], size: ChainsSize): Columns {
  const counts = order.slice(0, -1).map((layer) => strokes.filter(([left]) => layer.includes(left)).length);
  const spare = Math.max(0, size.width - order.length * size.label - counts.length * leastGutter);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const columns = [0];
  for (const [index, count] of counts.entries())
    columns.push((columns[index] ?? 0) + size.label + leastGutter + Math.floor((spare * count) / Math.max(1, total)));
  return columns;
}

/** How far the name and the words of a label extend from its line. */
const reachOfLabel = ({ name, words }: LabelLines, line: number): Reach => ({
  above: name.length * line + line / 4,
  below: words.length * line + line / 3,
});

/** How far a link extends where it passes a column; a link with a word needs room above it. */
const reachOfLink = (hasWord: boolean, line: number): Reach => ({ above: hasWord ? line : line / 3, below: line / 3 });

function placeLabel(id: string, text: LabelLines, { x, y }: { x: number; y: number }, size: ChainsSize): PlacedLabel {
  const { line, label } = size;
  const { name, words } = text;
  const reach = reachOfLabel(text, line);
  const [above, below] = [y - line / 2, y + line * 1.05];
  return {
    id,
    name: name.map((text, index) => ({ text, x, y: above - (name.length - 1 - index) * line })),
    words: words.map((text, index) => ({ text, x, y: below + index * line })),
    rule: { x1: x, x2: x + label, y },
    boxes: [
      { x, y: y - reach.above, width: label, height: reach.above - 2 },
      { x, y: y + 2, width: label, height: reach.below - 2 },
    ],
  };
}

/** An arrowhead with its tip at a point. */
const arrowAt = (x: number, y: number, points: 'left' | 'right'): string => {
  const back = points === 'right' ? x - arrow.length : x + arrow.length;
  return `M${back},${y - arrow.half}L${x},${y}L${back},${y + arrow.half}Z`;
};

/** Draws a route: curves between columns, straight stretches where it passes a column. */
function drawRoute({ link, slots, isBack }: LinkRoute<ChainLink>, pointOf: PointOf, { label }: ChainsSize): PlacedLink {
  const points = slots.map(pointOf);
  const last = points.length - 1;
  const parts = points.slice(1).map(({ x, y }, index) => {
    const { x: left = 0, y: from = 0 } = points[index] ?? {};
    const start = left + label + (isBack && index === 0 ? arrow.length : 0);
    const end = x - (!isBack && index + 1 === last ? arrow.length : 0);
    const passing = index + 1 < last ? `L${x + label},${y}` : '';
    return `${curve({ source: [start, from], target: [end, y] })}${passing}`;
  });
  const [first, end] = [points[0], points[last]];
  const arrowPath = isBack
    ? arrowAt((first?.x ?? 0) + label, first?.y ?? 0, 'left')
    : arrowAt(end?.x ?? 0, end?.y ?? 0, 'right');
  return { ...link, path: parts.join(''), arrowPath };
}

/** For each kind, the slot nearest the middle where its longest link passes a column. */
const slotsOfKinds = (routes: readonly LinkRoute<ChainLink>[]): Map<string, string> =>
  new Map(
    [...Map.groupBy(routes, ({ link }) => link.kind)].flatMap(([kind, ofKind]) => {
      const passed = ofKind.toSorted((a, b) => b.slots.length - a.slots.length)[0]?.slots.slice(1, -1) ?? [];
      const slot = passed[Math.floor((passed.length - 1) / 2)];
      return slot === undefined ? [] : [[slot, kind] as const];
    }),
  );

/**
 * Lays out what leads to what in columns from left to right. Links run in the gutters between columns, and pass a
 * column between its labels, so no link crosses a text that keeps to its number of characters. Labels are in reading
 * order: column by column, top to bottom. The same nodes and links give the same drawing, regardless of input order.
 */
export function chainsGeometry(
  nodes: readonly ChainNode[],
  links: readonly ChainLink[],
  size: ChainsSize,
): ChainsGeometry {
  const ids = nodes.map(({ id }) => id);
  const { layers, routes } = layersOf(ids, links);
  const wrap = ({ name, words }: ChainNode): LabelLines => ({
    name: wrapText(name, size.characters.name),
    words: words === '' ? [] : wrapText(words, size.characters.words),
  });
  const texts = new Map(nodes.map((node) => [node.id, wrap(node)]));
  const kinds = slotsOfKinds(routes);
  const strokes = routes.flatMap(strokesOf);
  const order = orderLayers(
    layers.map((layer) => layer.map(({ id }) => id)),
    strokes,
  );
  const reachOf = (id: string): Reach => {
    const text = texts.get(id);
    return text ? reachOfLabel(text, size.line) : reachOfLink(kinds.has(id), size.line);
  };
  const heights = heightsOf(order, strokes, reachOf, size.gap);
  const columns = placeColumns(order, strokes, size);
  const columnOf = new Map(order.flatMap((layer, index) => layer.map((id) => [id, columns[index] ?? 0] as const)));
  const pointOf: PointOf = (id) => ({ x: columnOf.get(id) ?? 0, y: heights.get(id) ?? 0 });
  const placed = order.flat().flatMap((id) => {
    const text = texts.get(id);
    return text ? [placeLabel(id, text, pointOf(id), size)] : [];
  });
  return {
    width: order.length === 0 ? 0 : (columns.at(-1) ?? 0) + size.label,
    height: Math.ceil(Math.max(0, ...order.flat().map((id) => pointOf(id).y + reachOf(id).below))),
    labels: placed,
    links: routes.map((route) => drawRoute(route, pointOf, size)),
    kindLabels: [...kinds].map(([slot, kind]) => ({ kind, x: pointOf(slot).x, y: pointOf(slot).y - size.line / 3 })),
  };
}
