import type { Pack, PackItem } from './pack.ts';

/** The parts of a pack that an index needs: its questions, and any others that the page looks up. */
export type IndexedPack = {
  items: readonly Pick<PackItem, 'id' | 'title' | 'short' | 'anchors'>[];
} & Partial<Pick<Pack, 'variables' | 'stages' | 'signals' | 'tensions' | 'naReasons'>>;

/** Names and texts of a pack by id. For an unknown id, a title or name is the id itself. */
export interface PackIndex<Item> {
  /** A question; undefined for an unknown id. */
  item(id: string): Item | undefined;
  /** The title of a question. */
  title(id: string): string;
  /** The title of a question, in at most 23 characters. */
  shortTitle(id: string): string;
  /** The anchor of a question at a level, 0 to 4; empty if the question or the level is unknown. */
  anchor(id: string, level: number): string;
  signal(id: string): Pack['signals'][number] | undefined;
  signalTitle(id: string): string;
  tension(id: string): Pack['tensions'][number] | undefined;
  tensionTitle(id: string): string;
  variableName(id: string): string;
  stageName(id: string): string;
  /** The label of a coded reason for "does not apply"; a reason in the team's own words stays as it is. */
  naReason(reason: string): string;
}

/** Indexes already built. */
const indexes = new WeakMap<object, PackIndex<unknown>>();

function buildIndex<P extends IndexedPack>(pack: P): PackIndex<P['items'][number]> {
  const byId = <T extends { id: string }>(list: readonly T[] = []) => new Map(list.map((entry) => [entry.id, entry]));
  const items = byId<P['items'][number]>(pack.items);
  const signals = byId(pack.signals);
  const tensions = byId(pack.tensions);
  const variables = new Map<string, { name: string }>(byId(pack.variables));
  const stages = new Map<string, { name: string }>(byId(pack.stages));
  const naReasons = byId(pack.naReasons);
  return {
    item: (id) => items.get(id),
    title: (id) => items.get(id)?.title ?? id,
    shortTitle: (id) => items.get(id)?.short ?? items.get(id)?.title ?? id,
    anchor: (id, level) => items.get(id)?.anchors[level] ?? '',
    signal: (id) => signals.get(id),
    signalTitle: (id) => signals.get(id)?.title ?? id,
    tension: (id) => tensions.get(id),
    tensionTitle: (id) => tensions.get(id)?.title ?? id,
    variableName: (id) => variables.get(id)?.name ?? id,
    stageName: (id) => stages.get(id)?.name ?? id,
    naReason: (reason) => naReasons.get(reason)?.label ?? reason,
  };
}

/** Looks up titles, names and texts by id in a pack, or in a partial pack. Built once per pack. */
export function packIndex<P extends IndexedPack>(pack: P): PackIndex<P['items'][number]> {
  const cachedIndex = indexes.get(pack) as PackIndex<P['items'][number]> | undefined;
  if (cachedIndex) return cachedIndex;
  const index = buildIndex(pack);
  indexes.set(pack, index);
  return index;
}
