import { type Entry, type EntryKind, entryKinds, type RelationKind, relationKinds } from '../model/entry.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';

/** A relation between two entries, with `from` as its subject. */
export interface Relation {
  from: string;
  kind: RelationKind | 'sets-against';
  to: string;
}

/** A relation from the side of one of its entries. */
export interface Neighbour {
  kind: Relation['kind'];
  /** Whether the entry that shows it is the object (`is eased by`) and not the subject (`eases`). */
  inverse: boolean;
  id: string;
}

const isSymmetric = (kind: Relation['kind']): boolean => kind !== 'sets-against' && relationKinds[kind].symmetric;

/**
 * Every relation between entries, each once: those in the entries themselves, `eases` from the signals of pain points,
 * `builds-on` from the needs of questions, and `sets-against` from tensions. Sorted by subject, kind and object, so that
 * the order of files does not matter.
 */
export function relationsOf(kb: KnowledgeBase): Relation[] {
  const fromEntries = [...kb.entries.values()].flatMap(({ id, relations }) =>
    relations.map(({ kind, to }): Relation => ({ from: id, kind, to })),
  );
  const fromSignals = [...kb.signals].flatMap(([id, { helps }]) =>
    helps.map((practice): Relation => ({ from: practice, kind: 'eases', to: id })),
  );
  const fromQuestions = [...kb.questions].flatMap(([id, { needs }]) =>
    needs.map((need): Relation => ({ from: id, kind: 'builds-on', to: need })),
  );
  const fromTensions = [...kb.tensions.values()].flatMap(({ entry, high, low }) =>
    [high, low].map((practice): Relation => ({ from: entry, kind: 'sets-against', to: practice })),
  );
  const relationsByKey = new Map<string, Relation>();
  for (const relation of [...fromEntries, ...fromSignals, ...fromQuestions, ...fromTensions]) {
    const { from, kind, to } = relation;
    if (!kb.entries.has(from) || !kb.entries.has(to)) continue;
    const key = [kind, ...(isSymmetric(kind) ? [from, to].toSorted() : [from, to])].join(' ');
    if (!relationsByKey.has(key)) relationsByKey.set(key, relation);
  }
  const sortKey = ({ from, kind, to }: Relation) => `${from} ${kind} ${to}`;
  return [...relationsByKey.values()].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** The neighbours of an entry: first by relations of which it is the subject, then by the others. */
export function neighboursOf(id: string, relations: readonly Relation[]): Neighbour[] {
  const asSubject = relations
    .filter(({ from }) => from === id)
    .map(({ kind, to }): Neighbour => ({ kind, inverse: false, id: to }));
  const asObject = relations
    .filter(({ to }) => to === id)
    .map(({ kind, from }): Neighbour => ({ kind, inverse: !isSymmetric(kind), id: from }));
  return [...asSubject, ...asObject];
}

/** Relations by the ids of their entries, so that looking up those of one entry is fast. */
export function relationsByEntry(relations: readonly Relation[]): Map<string, Relation[]> {
  const byEntry = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const id of new Set([relation.from, relation.to])) byEntry.set(id, [...(byEntry.get(id) ?? []), relation]);
  return byEntry;
}

/** Entries by kind, then by title: the order of lists, and of previous and next. Some have a fixed place in their kind. */
export function orderedEntries(kb: KnowledgeBase): Entry[] {
  const fixedIndex = (entry: Entry) => fixedOrder.indexOf(entry.id);
  return [...kb.entries.values()].toSorted(
    (a, b) =>
      entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind) ||
      fixedIndex(a) - fixedIndex(b) ||
      (a.title < b.title ? -1 : 1),
  );
}

/** Entries in the order of the study instead of the alphabet. */
const fixedOrder = [
  'velocity',
  'validation',
  'versioning',
  'data-collection-labeling',
  'experimentation',
  'evaluation-deployment',
  'monitoring-response',
  'run-layer',
  'pipeline-layer',
  'component-layer',
  'infrastructure-layer',
];

/** The entries that belong to a variable, a stage or a layer; empty for other entries. */
export function membersOf(kb: KnowledgeBase, entry: Entry): Entry[] {
  const membershipTests: Partial<Record<EntryKind, (other: Entry) => boolean>> = {
    variable: (other) => other.variables.some(({ id }) => id === entry.id),
    stage: (other) => other.stages.some((stage) => stage === entry.id),
    layer: (other) => other.layers.some((layer) => `${layer}-layer` === entry.id),
  };
  const isMember = membershipTests[entry.kind];
  return isMember ? orderedEntries(kb).filter((other) => other.id !== entry.id && isMember(other)) : [];
}

/** The ids of the questions about an entry: its own, those that indicate its signal, and those of its tensions. */
export function questionsOf(kb: KnowledgeBase, id: string): string[] {
  const ownQuestion = kb.questions.has(id) ? [id] : [];
  const indicators = kb.signals.get(id)?.indicators.map(({ item }) => item) ?? [];
  const tensionPractices = [...kb.tensions.values()]
    .filter(({ entry }) => entry === id)
    .flatMap(({ high, low }) => [high, low]);
  return [...new Set([...ownQuestion, ...indicators, ...tensionPractices])];
}

/** The ids of the entries that a question is about: the reverse of `questionsOf`. */
export const entriesOfQuestion = (kb: KnowledgeBase, item: string): string[] =>
  orderedEntries(kb)
    .map(({ id }) => id)
    .filter((id) => questionsOf(kb, id).includes(item));
