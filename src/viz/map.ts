import { linkHorizontal } from 'd3';

/** An entry to place, in one of the columns of the map. */
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
  /** Where each column begins, and how wide its labels may be. */
  columns: readonly { x: number; width: number }[];
  top: number;
}

/** Passes over the columns that bring related entries near to each other; more change nothing visible. */
const passes = 6;

/**
 * Places entries in columns of labels, related ones near to each other, and joins them by curves: between columns from
 * side to side, within a column by an arc on its left. The same entries give the same picture, in whatever order they
 * and their relations come.
 */
export function mapGeometry(nodes: readonly MapNode[], edges: readonly MapEdge[], size: MapSize): MapGeometry {
  const sorted = nodes.toSorted((a, b) => a.column - b.column || (a.id < b.id ? -1 : 1));
  const groups = new Map<string, number>();
  for (const { column, group } of nodes) {
    const key = `${column} ${group}`;
    if (!groups.has(key)) groups.set(key, groups.size);
  }
  const groupOf = ({ column, group }: MapNode) => groups.get(`${column} ${group}`) ?? 0;
  let columns = size.columns.map((_, column) =>
    sorted
      .filter((node) => node.column === column)
      .toSorted((a, b) => groupOf(a) - groupOf(b) || (a.id < b.id ? -1 : 1)),
  );

  const place = (): Map<string, PlacedNode> => {
    const placed = new Map<string, PlacedNode>();
    const tall = Math.max(...columns.map((list) => heightOf(list)));
    columns.forEach((list, column) => {
      let y = size.top + (tall - heightOf(list)) / 2;
      list.forEach((node, at) => {
        if (at > 0 && list[at - 1]?.group !== node.group) y += size.groupGap;
        placed.set(node.id, { ...node, x: size.columns[column]?.x ?? 0, y: y + size.row / 2 });
        y += size.row;
      });
    });
    return placed;
  };
  const heightOf = (list: readonly MapNode[]) =>
    list.length * size.row + Math.max(0, new Set(list.map(({ group }) => group)).size - 1) * size.groupGap;

  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  for (let pass = 0; pass < passes; pass += 1) {
    for (const at of columns.keys()) {
      const placed = place();
      const middle = (node: MapNode): number => {
        const heights = (neighbours.get(node.id) ?? []).flatMap((id) => {
          const other = placed.get(id);
          return other && other.column !== node.column ? [other.y] : [];
        });
        const own = placed.get(node.id)?.y ?? 0;
        return heights.length === 0 ? own : heights.reduce((sum, each) => sum + each, 0) / heights.length;
      };
      columns = columns.with(
        at,
        (columns[at] ?? []).toSorted(
          (a, b) => groupOf(a) - groupOf(b) || middle(a) - middle(b) || (a.id < b.id ? -1 : 1),
        ),
      );
    }
  }

  const placed = place();
  const curve = linkHorizontal<unknown, [number, number]>();
  const pathOf = ({ from, to }: MapEdge): string => {
    const [a, b] = [placed.get(from), placed.get(to)];
    if (!a || !b) return '';
    if (a.column === b.column) {
      const reach = 14 + Math.min(60, Math.abs(a.y - b.y) / 6);
      return `M${a.x - 4},${a.y}C${a.x - reach},${a.y} ${a.x - reach},${b.y} ${a.x - 4},${b.y}`;
    }
    const [left, right] = a.column < b.column ? [a, b] : [b, a];
    const width = size.columns[left.column]?.width ?? 0;
    return curve({ source: [left.x + width, left.y], target: [right.x - 4, right.y] }) ?? '';
  };
  const last = size.columns.at(-1);
  return {
    width: (last?.x ?? 0) + (last?.width ?? 0),
    height: size.top + Math.max(...columns.map(heightOf)) + size.row,
    nodes: [...placed.values()],
    edges: edges.map((edge) => ({ ...edge, path: pathOf(edge) })),
  };
}
