import type { Entry, EntryKind } from '../model/entry.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { orderedEntries } from './graph.ts';

/** The entries in one stage and layer. */
export interface StageLayerCell {
  stage: string;
  entries: Entry[];
}

/** A layer with its cells in stage order; `layer` is undefined for entries that name no layer. */
export interface StageLayerRow {
  layer: string | undefined;
  cells: StageLayerCell[];
}

/** The axes themselves, and the Vs, which concern every stage. */
const axisKinds: readonly EntryKind[] = ['variable', 'stage', 'layer'];

const isOf = (list: readonly string[], id: string): boolean => list.includes(id);

/** Entries by stage and layer; `everywhere` lists those that belong to every stage and layer. */
export interface StageLayerGrid {
  everywhere: Entry[];
  rows: StageLayerRow[];
}

/**
 * Groups entries by layer and stage. An entry with several stages or layers appears in each of their cells, an entry
 * without layers in the last row. Entries with all stages and layers appear only in `everywhere`; entries without
 * stages do not appear.
 */
export function stageLayerGrid(
  kb: KnowledgeBase,
  stages: readonly string[],
  layers: readonly string[],
): StageLayerGrid {
  const entries = orderedEntries(kb).filter(({ kind }) => !axisKinds.includes(kind));
  const isEverywhere = (entry: Entry) =>
    stages.every((stage) => isOf(entry.stages, stage)) && layers.every((layer) => isOf(entry.layers, layer));
  const placedEntries = entries.filter((entry) => !isEverywhere(entry));
  const isIn = (entry: Entry, layer: string | undefined) =>
    layer === undefined ? entry.layers.length === 0 : isOf(entry.layers, layer);
  return {
    everywhere: entries.filter(isEverywhere),
    rows: [...layers, undefined].map((layer) => ({
      layer,
      cells: stages.map((stage) => ({
        stage,
        entries: placedEntries.filter((entry) => isOf(entry.stages, stage) && isIn(entry, layer)),
      })),
    })),
  };
}
