import * as messages from '#messages/build.ts';
import { entryPath } from '../app/shared/view-data.ts';
import {
  type Neighbour,
  neighboursOf,
  orderedEntries,
  relationsByEntry,
  relationsOf,
} from '../core/knowledge/graph.ts';
import { type Entry, type EntryKind, entryFolders, entryKinds } from '../core/model/entry.ts';
import type { VariableId } from '../core/model/ids.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { variableName } from './pack.ts';
import { link } from './site.ts';
import { t } from './strings.ts';

const kb = loadKnowledgeBase();

/** All entries, in the order in which lists show them. */
export const entries: readonly Entry[] = orderedEntries(kb);
/** All relations between them. */
export const relations = relationsOf(kb);

const indexById = new Map(entries.map(({ id }, index) => [id, index]));
const relationsById = relationsByEntry(relations);

/** An entry by its id. Throws if there is none, which checked content rules out. */
export function entryOf(id: string): Entry {
  const entry = kb.entries.get(id);
  if (!entry) throw new Error(messages.noEntry(id));
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

/** The neighbours of an entry. */
export const neighboursOfEntry = (id: string): Neighbour[] => neighboursOf(id, relationsById.get(id) ?? []);

/** The entries related to an entry, grouped by the beginning of the sentence that they complete. */
export function relatedTo(id: string): { sentence: string; entries: Entry[] }[] {
  const groups = Map.groupBy(neighboursOfEntry(id), ({ kind, inverse }) =>
    inverse ? t(`relation.from-${kind}`) : t(`relation.to-${kind}`),
  );
  return [...groups].map(([sentence, neighbours]) => ({
    sentence,
    entries: neighbours.map((neighbour) => entryOf(neighbour.id)),
  }));
}

/** The entries before and after one, if they are of the same kind. */
export function adjacentEntries(entry: Entry): { previous: Entry | undefined; next: Entry | undefined } {
  const index = indexById.get(entry.id) ?? 0;
  const sameKindAt = (at: number) => (entries[at]?.kind === entry.kind ? entries[at] : undefined);
  return { previous: sameKindAt(index - 1), next: sameKindAt(index + 1) };
}

/** Names of the Vs that a practice serves besides the V that it scores, where the study states it. */
export const otherVariablesOf = (practice: string, scored: VariableId): string[] =>
  entryOf(practice)
    .variables.filter(({ id, basis }) => basis === 'stated' && id !== scored)
    .map(({ id }) => variableName(id));
