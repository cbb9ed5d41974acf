import type { Entry } from '../model/entry.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { claimsOf } from './entry-claims.ts';
import { orderedEntries, type Relation } from './graph.ts';

/** The relations that say one trouble causes or worsens another. */
export const chainKinds = ['leads-to', 'worsens'] as const;
export type ChainRelation = Relation & { kind: (typeof chainKinds)[number] };

/** The troubles that cause or worsen one another, their relations, and the troubles outside every chain. */
export interface TroubleChains {
  relations: ChainRelation[];
  linked: Entry[];
  unlinked: Entry[];
}

/** What the study calls for where a trouble remains: an entry, and its first claim that does so. */
export interface CalledForEntry {
  id: string;
  claim: string | undefined;
}

/** A trouble with what eases it and what is still missing, as entry ids. */
export interface TroubleRow {
  trouble: Entry;
  easedBy: string[];
  missing: CalledForEntry[];
}

/** Whether an entry describes trouble: a pain point or an anti-pattern. */
export const isTrouble = ({ kind }: Pick<Entry, 'kind'>): boolean => kind === 'pain-point' || kind === 'anti-pattern';

const troublesOf = (kb: KnowledgeBase): Entry[] => orderedEntries(kb).filter(isTrouble);

const isChainRelation = (relation: Relation): relation is ChainRelation =>
  chainKinds.some((kind) => kind === relation.kind);

/** The chains of trouble: which troubles lead to others or make them worse. */
export function troubleChains(kb: KnowledgeBase, relations: readonly Relation[]): TroubleChains {
  const troubles = troublesOf(kb);
  const ids = new Set(troubles.map(({ id }) => id));
  const chained = relations.filter(isChainRelation).filter(({ from, to }) => ids.has(from) && ids.has(to));
  const linkedIds = new Set(chained.flatMap(({ from, to }) => [from, to]));
  return {
    relations: chained,
    linked: troubles.filter(({ id }) => linkedIds.has(id)),
    unlinked: troubles.filter(({ id }) => !linkedIds.has(id)),
  };
}

function missingOf(kb: KnowledgeBase, id: string): CalledForEntry {
  const entry = kb.entries.get(id);
  const claims = entry ? claimsOf(entry) : [];
  return { id, claim: claims.find((claim) => kb.claims.get(claim)?.kind === 'opportunity') };
}

/** Every trouble, in list order, with what eases it and what the study still calls for. Either may be empty. */
export function troubleRows(kb: KnowledgeBase, relations: readonly Relation[]): TroubleRow[] {
  return troublesOf(kb).map((trouble) => ({
    trouble,
    easedBy: relations.filter(({ kind, to }) => kind === 'eases' && to === trouble.id).map(({ from }) => from),
    missing: relations
      .filter(({ kind, from }) => kind === 'calls-for' && from === trouble.id)
      .map(({ to }) => missingOf(kb, to)),
  }));
}
