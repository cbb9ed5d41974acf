import type { Entry, EntryKind } from '../model/entry.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { orderedEntries } from './graph.ts';

/** The entries of one stage in one layer. */
export interface StageLayerCell {
  stage: string;
  entries: Entry[];
}

/** A layer with its cells in the order of stages; no layer for the entries that name none. */
export interface StageLayerRow {
  layer: string | undefined;
  cells: StageLayerCell[];
}

/** The axes themselves, and the Vs, which concern every stage. */
const axisKinds: readonly EntryKind[] = ['variable', 'stage', 'layer'];

const isOf = (list: readonly string[], id: string): boolean => list.includes(id);

/** Entries by stage and layer, and apart from them those of every stage and every layer. */
export interface StageLayerGrid {
  everywhere: Entry[];
  rows: StageLayerRow[];
}

/**
 * Entries by layer and stage. An entry of several stages or layers is in each of their cells; one without layers is in the
 * last row. One of all stages and all layers is in no cell but in `everywhere`, and one without stages in neither.
 */
export function stageLayerGrid(
  kb: KnowledgeBase,
  stages: readonly string[],
  layers: readonly string[],
): StageLayerGrid {
  const entries = orderedEntries(kb).filter(({ kind }) => !axisKinds.includes(kind));
  const isEverywhere = (entry: Entry) =>
    stages.every((stage) => isOf(entry.stages, stage)) && layers.every((layer) => isOf(entry.layers, layer));
  const placed = entries.filter((entry) => !isEverywhere(entry));
  const isIn = (entry: Entry, layer: string | undefined) =>
    layer === undefined ? entry.layers.length === 0 : isOf(entry.layers, layer);
  return {
    everywhere: entries.filter(isEverywhere),
    rows: [...layers, undefined].map((layer) => ({
      layer,
      cells: stages.map((stage) => ({
        stage,
        entries: placed.filter((entry) => isOf(entry.stages, stage) && isIn(entry, layer)),
      })),
    })),
  };
}
