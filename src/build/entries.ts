import { entryPath } from '../app/shared/view-data.ts';
import { neighboursOf, orderedEntries, relationsByEntry, relationsOf } from '../core/knowledge/graph.ts';
import { type Entry, type EntryKind, entryFolders, entryKinds } from '../core/model/entry.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { link } from './site.ts';
import { t } from './strings.ts';

const kb = loadKnowledgeBase();

/** All entries, in the order of lists. */
export const entries: readonly Entry[] = orderedEntries(kb);
/** All relations between them. */
export const relations = relationsOf(kb);

const placeOf = new Map(entries.map(({ id }, place) => [id, place]));
const touching = relationsByEntry(relations);

/** An entry that has to exist: content without problems names no other. */
export function entryOf(id: string): Entry {
  const entry = kb.entries.get(id);
  if (!entry) throw new Error(`There is no entry "${id}".`);
  return entry;
}

/** Address of an entry with the site's base. */
export const entryLink = (id: string): string => link(entryPath(id));

/** Address of the list of a kind. */
export const kindLink = (kind: EntryKind): string => link(`/entries/kind/${entryFolders[kind]}/`);

/** Entries by kind, in the order of kinds. */
export const entriesByKind: readonly { kind: EntryKind; entries: Entry[] }[] = entryKinds.map((kind) => ({
  kind,
  entries: entries.filter((entry) => entry.kind === kind),
}));

/** What stands related to an entry, as beginnings of sentences with the entries that end them. */
export function relatedTo(id: string): { sentence: string; entries: Entry[] }[] {
  const groups = Map.groupBy(neighboursOf(id, touching.get(id) ?? []), ({ kind, inverse }) =>
    inverse ? t(`relation.from-${kind}`) : t(`relation.to-${kind}`),
  );
  return [...groups].map(([sentence, list]) => ({
    sentence,
    entries: list.map((neighbour) => entryOf(neighbour.id)),
  }));
}

/** Entries before and after one of the same kind. */
export function adjacentEntries(entry: Entry): { previous: Entry | undefined; next: Entry | undefined } {
  const at = placeOf.get(entry.id) ?? 0;
  const near = (place: number) => (entries[place]?.kind === entry.kind ? entries[place] : undefined);
  return { previous: near(at - 1), next: near(at + 1) };
}
