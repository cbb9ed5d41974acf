/** A cell of the small grid of stages and layers. */
export interface BitesCell {
  stage: string;
  layer: string;
  x: number;
  y: number;
  /** Whether the entry is at home in this stage and in this layer; without layers, in this stage. */
  isHit: boolean;
}

export interface BitesGeometry {
  width: number;
  height: number;
  cell: { width: number; height: number };
  cells: BitesCell[];
}

/**
 * Lays out stages as columns and layers as rows, marking where an entry bites.
 * An entry without layers bites in every layer of its stages, one without stages in every stage of its layers.
 */
export function bitesGeometry(
  stages: readonly string[],
  layers: readonly string[],
  at: { stages: readonly string[]; layers: readonly string[] },
  size: { cell: { width: number; height: number }; gap: number },
): BitesGeometry {
  const { cell, gap } = size;
  const inRange = (list: readonly string[], id: string) => list.length === 0 || list.includes(id);
  const isNowhere = at.stages.length === 0 && at.layers.length === 0;
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
        isHit: !isNowhere && inRange(at.stages, stage) && inRange(at.layers, layer),
      })),
    ),
  };
}
