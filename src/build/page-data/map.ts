import { stageLayerGrid } from '../../core/knowledge/stage-layers.ts';
import {
  type ChainRelation,
  chainKinds,
  type TroubleRow,
  troubleChains,
  troubleRows,
} from '../../core/knowledge/troubles.ts';
import type { Entry } from '../../core/model/entry.ts';
import type { VariableId } from '../../core/model/ids.ts';
import { entryOf, relations } from '../entries.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';
import { pack, packLayers } from '../pack.ts';
import { t } from '../strings.ts';
import { troublesByStage } from './trouble.ts';

const kb = loadKnowledgeBase();

/** The chains of trouble. */
export const chains = troubleChains(kb, relations);

/** What a trouble causes or worsens, by kind of relation. */
export interface Consequences {
  trouble: Entry;
  groups: { kind: ChainRelation['kind']; ids: string[] }[];
}

/** The consequences of each trouble that has any. */
export const consequences: Consequences[] = chains.linked
  .map((trouble) => ({
    trouble,
    groups: chainKinds
      .map((kind) => ({
        kind,
        ids: chains.relations.filter((each) => each.kind === kind && each.from === trouble.id).map(({ to }) => to),
      }))
      .filter(({ ids }) => ids.length > 0),
  }))
  .filter(({ groups }) => groups.length > 0);

/** The name of an entry in a figure: its title without a final part in brackets. */
export const figureName = (title: string): string => title.replace(/ \(.*\)$/, '');

/** The consequences of a trouble, as sentences that follow its name. */
export const consequenceText = (id: string): string =>
  (consequences.find(({ trouble }) => trouble.id === id)?.groups ?? [])
    .map(({ kind, ids }) => `${t(`relation.to-${kind}`)} ${ids.map((to) => entryOf(to).title).join(', ')}.`)
    .join(' ');

/** The rows of the table of troubles, grouped by stage. */
export function troubleBands(): { name: string; rows: TroubleRow[] }[] {
  const rows = new Map(troubleRows(kb, relations).map((row) => [row.trouble.id, row]));
  return troublesByStage().map(({ name, troubles }) => ({
    name,
    rows: troubles.flatMap(({ id }) => rows.get(id) ?? []),
  }));
}

/** Entries by stage and layer, both in pack order. */
export const grid = stageLayerGrid(
  kb,
  pack.stages.map(({ id }) => id),
  packLayers.map(({ id }) => id),
);

/** The id of the cell of a layer and a stage on the map. */
export const cellId = (layer: string | undefined, stage: string): string => `${layer ?? 'no-layer'}-in-${stage}`;

/** The primary V of a practice; for a V, the V itself. Undefined for any other id. */
export const variableOf = (id: string): VariableId | undefined =>
  pack.variables.find((each) => each.id === id)?.id ?? kb.questions.get(id)?.variable;

/** The ids of the entries in the table of troubles. */
export const idsInTable: ReadonlySet<string> = new Set(
  troubleRows(kb, relations).flatMap(({ trouble, easedBy, missing }) => [
    trouble.id,
    ...easedBy,
    ...missing.map(({ id }) => id),
  ]),
);

/**
 * Makes a function that returns each id the first time, because ids must be unique within a page. It returns undefined
 * after that, and for a taken id.
 */
export function uniqueIds(takenIds: ReadonlySet<string> = new Set()): (id: string) => string | undefined {
  const usedIds = new Set(takenIds);
  return (id) => {
    if (usedIds.has(id)) return undefined;
    usedIds.add(id);
    return id;
  };
}
