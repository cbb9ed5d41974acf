/** A cell of the small grid of stages and layers. */
export interface BitesCell {
  stage: string;
  layer: string;
  x: number;
  y: number;
  /** Whether the entry applies to this stage and this layer. */
  isHit: boolean;
}

export interface BitesGeometry {
  width: number;
  height: number;
  cell: { width: number; height: number };
  cells: BitesCell[];
}

/** Whether an entry applies to an id; an empty list applies to all. */
const applies = (list: readonly string[], id: string): boolean => list.length === 0 || list.includes(id);

/**
 * Lays out stages as columns and layers as rows, and marks where an entry bites. An entry without layers bites in every
 * layer of its stages, one without stages in every stage of its layers, and one without both nowhere.
 */
export function bitesGeometry(
  stages: readonly string[],
  layers: readonly string[],
  entry: { stages: readonly string[]; layers: readonly string[] },
  size: { cell: { width: number; height: number }; gap: number },
): BitesGeometry {
  const { cell, gap } = size;
  const isNowhere = entry.stages.length === 0 && entry.layers.length === 0;
  return {
    width: stages.length * (cell.width + gap) - gap,
    height: layers.length * (cell.height + gap) - gap,
    cell,
    cells: layers.flatMap((layer, row) =>
      stages.map((stage, column) => ({
        stage,
        layer,
        x: column * (cell.width + gap),
        y: row * (cell.height + gap),
        isHit: !isNowhere && applies(entry.stages, stage) && applies(entry.layers, layer),
      })),
    ),
  };
}
