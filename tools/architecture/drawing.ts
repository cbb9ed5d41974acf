import { type Graph, orderRooms, splitLongEdges, withoutImplied } from './layers.ts';
import { files, importedFile, importsOf, roomOf } from './rooms.ts';

const [boxHeight, layerHeight, gap, letter, padding] = [30, 66, 14, 8.2, 22];

/** One part of the picture: a title and what it shows of a file, or undefined if it does not show it. */
interface Panel {
  title: string;
  nodeOf(file: string): string | undefined;
}

const roomIn = (floor: string) => (file: string) => (file.startsWith(`${floor}/`) ? roomOf(file) : undefined);

const panels: readonly Panel[] = [
  { title: 'src', nodeOf: (file) => file.split('/')[0] },
  { title: 'src/core', nodeOf: roomIn('core') },
  { title: 'src/app', nodeOf: roomIn('app') },
];

/** The runtime imports between rooms: no types, no `?url` imports. */
function importGraph(nodeOf: Panel['nodeOf']): Graph {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const node = nodeOf(file);
    if (node === undefined) continue;
    const nexts = graph.get(node) ?? new Set();
    graph.set(node, nexts);
    for (const each of importsOf(file)) {
      const target = each.isType || each.specifier.includes('?') ? undefined : importedFile(file, each);
      const next = target?.endsWith('.css') ? undefined : target && nodeOf(target);
      if (next !== undefined && next !== node) nexts.add(next);
    }
  }
  return graph;
}

/** A node with its place: the middle of its box, whose width is 0 where a long arrow passes. */
interface PlacedNode {
  name: string;
  x: number;
  y: number;
  width: number;
}

/** The last part of a room's name; the title of its part of the picture says the rest. */
const labelOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Whether a node is not a room, but a place that a long arrow passes. */
const isPassed = (name: string): boolean => name.includes('>');

const widthOf = (name: string): number => (isPassed(name) ? 0 : Math.round(labelOf(name).length * letter) + padding);

/** Places the nodes of one layer beside each other, around the middle of the panel. */
function placeLayer(layer: readonly string[], y: number, middle: number): PlacedNode[] {
  const widths = layer.map(widthOf);
  let x = middle - (widths.reduce((sum, each) => sum + each, 0) + gap * (layer.length - 1)) / 2;
  return layer.map((name, index) => {
    const width = widths[index] ?? 0;
    const placed = { name, x: Math.round(x + width / 2), y, width };
    x += width + gap;
    return placed;
  });
}

const [above, below] = [({ y }: PlacedNode) => y - boxHeight / 2, ({ y }: PlacedNode) => y + boxHeight / 2];

/** The box of a room, or the line of a long arrow that passes between boxes. */
function drawNode(node: PlacedNode): string {
  const { name, x, y, width } = node;
  if (isPassed(name)) return `<path d="M${x} ${above(node)}V${below(node)}"/>`;
  const size = `width="${width}" height="${boxHeight}" rx="4"`;
  return `<rect x="${x - width / 2}" y="${above(node)}" ${size}/><text x="${x}" y="${y + 5}">${labelOf(name)}</text>`;
}

/** An arrow from the lower edge of a node to the upper edge of the next. */
function drawArrow(from: PlacedNode, to: PlacedNode): string {
  const head = isPassed(to.name) ? 0 : 5;
  const [start, end] = [below(from), above(to) - head];
  const middle = (start + end) / 2;
  const marker = head === 0 ? '' : ' marker-end="url(#head)"';
  return `<path d="M${from.x} ${start}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${end}"${marker}/>`;
}

/** A part of the picture, with its size. */
function drawPanel({ title, nodeOf }: Panel, left: number) {
  const { graph, layers } = splitLongEdges(withoutImplied(importGraph(nodeOf)));
  const ordered = orderRooms(graph, layers);
  const widths = ordered.map((layer) => placeLayer(layer, 0, 0)).map((layer) => (layer.at(-1)?.x ?? 0) * 2 + 130);
  const width = Math.max(...widths);
  const placed = ordered.flatMap((layer, index) =>
    placeLayer(layer, 64 + (ordered.length - 1 - index) * layerHeight, left + width / 2),
  );
  const byName = new Map(placed.map((each) => [each.name, each]));
  const arrows = [...graph].flatMap(([node, nexts]) =>
    [...nexts].map((next) => drawArrow(byName.get(node) as PlacedNode, byName.get(next) as PlacedNode)),
  );
  const heading = `<text class="title" x="${left + width / 2}" y="24">${title}</text>`;
  return {
    width,
    height: 64 + ordered.length * layerHeight - 20,
    lines: [heading, ...arrows, ...placed.map(drawNode)],
  };
}

const style = `text{font:14px ui-monospace,Consolas,monospace;text-anchor:middle;fill:#1a1a1a}.title{font-weight:bold}
rect{fill:#f4f1ea;stroke:#6b6456}path{fill:none;stroke:#6b6456;stroke-width:1.3}marker path{fill:#6b6456;stroke:none}
@media(prefers-color-scheme:dark){text{fill:#eee}rect{fill:#2a2824;stroke:#a79f8e}path{stroke:#a79f8e}marker path{fill:#a79f8e}.paper{fill:#161513;stroke:none}}
.paper{stroke:none}@media(prefers-color-scheme:light){.paper{fill:#fff}}`;

/** The picture of the rooms of src and of what they import, as SVG. The same imports always give the same text. */
export function drawArchitecture(): string {
  let left = 0;
  const drawn = panels.map((panel) => {
    const each = drawPanel(panel, left);
    left += each.width;
    return each;
  });
  const height = Math.max(...drawn.map((each) => each.height));
  const size = `width="${left}" height="${height}"`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left} ${height}" ${size} role="img" aria-labelledby="title">`,
    '<title id="title">The rooms of src; an arrow leads from a room to one that it imports</title>',
    `<style>${style}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="3" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>',
    `<rect class="paper" ${size}/>`,
    ...drawn.flatMap(({ lines }) => lines),
    '</svg>',
  ].join('\n')}\n`;
}
