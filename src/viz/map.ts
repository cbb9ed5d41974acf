import { linkHorizontal } from 'd3';

/** An entry to place in one of the columns of the map. */
export interface MapNode {
  id: string;
  column: number;
  /** Nodes of one group stay together; groups keep their order. */
  group: string;
}

export interface MapEdge {
  from: string;
  to: string;
  kind: string;
}

export interface PlacedNode extends MapNode {
  x: number;
  y: number;
}

export interface PlacedEdge extends MapEdge {
  path: string;
}

export interface MapGeometry {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

export interface MapSize {
  /** Height of a node and space between groups. */
  row: number;
  groupGap: number;
  /** The left edge of each column, and the width of its labels. */
  columns: readonly { x: number; width: number }[];
  top: number;
}

type Columns = readonly (readonly MapNode[])[];
type Positions = ReadonlyMap<string, PlacedNode>;

/** Passes over the columns that bring related entries closer together; more change nothing visible. */
const passCount = 6;

const byId = (a: MapNode, b: MapNode): number => (a.id < b.id ? -1 : 1);

/** A function that compares nodes of one column by the order of their groups in the input. */
function compareGroups(nodes: readonly MapNode[]): (a: MapNode, b: MapNode) => number {
  const keyOf = ({ column, group }: MapNode) => `${column} ${group}`;
  const ranks = new Map([...new Set(nodes.map(keyOf))].map((key, rank) => [key, rank]));
  const rankOf = (node: MapNode) => ranks.get(keyOf(node)) ?? 0;
  return (a, b) => rankOf(a) - rankOf(b);
}

/** The ids that each id is related to, in either direction. */
function neighboursOf(edges: readonly MapEdge[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (id: string, neighbour: string) => neighbours.set(id, [...(neighbours.get(id) ?? []), neighbour]);
  for (const { from, to } of edges) {
    add(from, to);
    add(to, from);
  }
  return neighbours;
}

function columnHeight(nodes: readonly MapNode[], { row, groupGap }: MapSize): number {
  const groupCount = new Set(nodes.map(({ group }) => group)).size;
  return nodes.length * row + Math.max(0, groupCount - 1) * groupGap;
}

const tallestColumn = (columns: Columns, size: MapSize): number =>
  Math.max(...columns.map((nodes) => columnHeight(nodes, size)));

/** Places the nodes of each column from top to bottom; the columns are centred on the tallest. */
function placeNodes(columns: Columns, size: MapSize): Positions {
  const positions = new Map<string, PlacedNode>();
  const tallest = tallestColumn(columns, size);
  columns.forEach((nodes, column) => {
    let y = size.top + (tallest - columnHeight(nodes, size)) / 2;
    nodes.forEach((node, index) => {
      if (index > 0 && nodes[index - 1]?.group !== node.group) y += size.groupGap;
      positions.set(node.id, { ...node, x: size.columns[column]?.x ?? 0, y: y + size.row / 2 });
      y += size.row;
    });
  });
  return positions;
}

/** The mean height of the neighbours of a node in other columns; without any, its own height. */
function neighbourHeight(node: MapNode, neighbours: readonly string[], positions: Positions): number {
  const heights = neighbours.flatMap((id) => {
    const neighbour = positions.get(id);
    return neighbour && neighbour.column !== node.column ? [neighbour.y] : [];
  });
  if (heights.length === 0) return positions.get(node.id)?.y ?? 0;
  return heights.reduce((sum, height) => sum + height, 0) / heights.length;
}

/** Sorts the nodes of each column, within their groups, by the height of their neighbours (barycentre method). */
function sortColumns(nodes: readonly MapNode[], edges: readonly MapEdge[], size: MapSize): Columns {
  const byGroup = compareGroups(nodes);
  const neighbours = neighboursOf(edges);
  let columns: Columns = size.columns.map((_, column) =>
    nodes.filter((node) => node.column === column).toSorted((a, b) => byGroup(a, b) || byId(a, b)),
  );
  for (let pass = 0; pass < passCount; pass += 1) {
    for (const [column, columnNodes] of columns.entries()) {
      const positions = placeNodes(columns, size);
      const heightOf = (node: MapNode) => neighbourHeight(node, neighbours.get(node.id) ?? [], positions);
      columns = columns.with(
        column,
        columnNodes.toSorted((a, b) => byGroup(a, b) || heightOf(a) - heightOf(b) || byId(a, b)),
      );
    }
  }
  return columns;
}

const curve = linkHorizontal<unknown, [number, number]>();

/** A curve from side to side between columns, and an arc on the left within a column. */
function edgePath(a: PlacedNode, b: PlacedNode, { columns }: MapSize): string {
  if (a.column === b.column) {
    const reach = 14 + Math.min(60, Math.abs(a.y - b.y) / 6);
    return `M${a.x - 4},${a.y}C${a.x - reach},${a.y} ${a.x - reach},${b.y} ${a.x - 4},${b.y}`;
  }
  const [left, right] = a.column < b.column ? [a, b] : [b, a];
  const width = columns[left.column]?.width ?? 0;
  return curve({ source: [left.x + width, left.y], target: [right.x - 4, right.y] }) ?? '';
}

/**
 * Places entries in columns of labels, with related ones close to each other, and joins them by curves.
 * The same entries give the same picture, whatever order they and their relations come in.
 */
export function mapGeometry(nodes: readonly MapNode[], edges: readonly MapEdge[], size: MapSize): MapGeometry {
  const columns = sortColumns(nodes, edges, size);
  const positions = placeNodes(columns, size);
  const lastColumn = size.columns.at(-1);
  return {
    width: (lastColumn?.x ?? 0) + (lastColumn?.width ?? 0),
    height: size.top + tallestColumn(columns, size) + size.row,
    nodes: [...positions.values()],
    edges: edges.map((edge) => {
      const [a, b] = [positions.get(edge.from), positions.get(edge.to)];
      return { ...edge, path: a && b ? edgePath(a, b, size) : '' };
    }),
  };
}
