import { type Entry, type EntryKind, entryKinds, type RelationKind, relationKinds } from '../model/entry.ts';
import { linkedEntries } from '../model/entry-body.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';

/** One entry stands to another in some way, seen from the first. */
export interface Relation {
  from: string;
  kind: RelationKind | 'sets-against';
  to: string;
}

/** A relation as one of its two entries shows it. */
export interface Neighbour {
  kind: Relation['kind'];
  /** Whether the entry that shows it is the subject (`eases`) or the object (`is eased by`). */
  inverse: boolean;
  id: string;
}

const isSymmetric = (kind: Relation['kind']): boolean => kind !== 'sets-against' && relationKinds[kind].symmetric;

/**
 * Every relation between entries, each once: those that entries name, that a practice eases the pain points whose
 * signal says so, that it builds on the practices its question needs, and that a tension sets two practices against
 * each other. Ordered by subject, kind and object, so that nothing built from it depends on the order of files.
 */
export function relationsOf(kb: KnowledgeBase): Relation[] {
  const named = [...kb.entries.values()].flatMap(({ id, relations }) =>
    relations.map(({ kind, to }): Relation => ({ from: id, kind, to })),
  );
  const eased = [...kb.signals].flatMap(([id, { helps }]) =>
    helps.map((practice): Relation => ({ from: practice, kind: 'eases', to: id })),
  );
  const needed = [...kb.questions].flatMap(([id, { needs }]) =>
    needs.map((need): Relation => ({ from: id, kind: 'builds-on', to: need })),
  );
  const set = [...kb.tensions.values()].flatMap(({ entry, high, low }) =>
    [high, low].map((practice): Relation => ({ from: entry, kind: 'sets-against', to: practice })),
  );
  const once = new Map<string, Relation>();
  for (const relation of [...named, ...eased, ...needed, ...set]) {
    const { from, kind, to } = relation;
    if (!kb.entries.has(from) || !kb.entries.has(to)) continue;
    const key = isSymmetric(kind) ? [kind, ...[from, to].toSorted()] : [kind, from, to];
    if (!once.has(key.join(' '))) once.set(key.join(' '), relation);
  }
  const keyOf = ({ from, kind, to }: Relation) => `${from} ${kind} ${to}`;
  return [...once.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** How an entry stands to others, by kind of relation, its own first. Complete from both sides. */
export function neighboursOf(id: string, relations: readonly Relation[]): Neighbour[] {
  const own = relations
    .filter(({ from }) => from === id)
    .map(({ kind, to }): Neighbour => ({ kind, inverse: false, id: to }));
  const others = relations
    .filter(({ to }) => to === id)
    .map(({ kind, from }): Neighbour => ({ kind, inverse: !isSymmetric(kind), id: from }));
  return [...own, ...others];
}

/** Relations by the entries they touch, so that each entry looks at its own only. */
export function relationsByEntry(relations: readonly Relation[]): Map<string, Relation[]> {
  const touching = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const id of new Set([relation.from, relation.to])) touching.set(id, [...(touching.get(id) ?? []), relation]);
  return touching;
}

/** Entries in the order of their kinds, and by title within a kind: the order of lists, and of previous and next. */
export function orderedEntries(kb: KnowledgeBase): Entry[] {
  const frozen = (entry: Entry) => fixedOrder.indexOf(entry.id);
  return [...kb.entries.values()].toSorted(
    (a, b) =>
      entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind) || frozen(a) - frozen(b) || (a.title < b.title ? -1 : 1),
  );
}

/** Entries whose order within their kind is the study's, not the alphabet's. */
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

/** Entries that belong to a variable, a stage or a layer, by kind; empty for other entries. */
export function membersOf(kb: KnowledgeBase, entry: Entry): Entry[] {
  const belongs: Partial<Record<EntryKind, (other: Entry) => boolean>> = {
    variable: (other) => other.variables.some(({ id }) => id === entry.id),
    stage: (other) => other.stages.some((stage) => stage === entry.id),
    layer: (other) => other.layers.some((layer) => `${layer}-layer` === entry.id),
  };
  const test = belongs[entry.kind];
  return test ? orderedEntries(kb).filter((other) => other.id !== entry.id && test(other)) : [];
}

/** Questions that an entry informs: its own practice question, and those that feed its signal or that it cites. */
export function questionsOf(kb: KnowledgeBase, id: string): string[] {
  const own = kb.questions.has(id) ? [id] : [];
  const fed = kb.signals.get(id)?.indicators.map(({ item }) => item) ?? [];
  const faces = [...kb.tensions.values()].filter(({ entry }) => entry === id).flatMap(({ high, low }) => [high, low]);
  return [...new Set([...own, ...fed, ...faces])];
}

/** Entries that a question informs: the other direction of `questionsOf`. */
export const entriesOfQuestion = (kb: KnowledgeBase, item: string): string[] =>
  orderedEntries(kb)
    .map(({ id }) => id)
    .filter((id) => questionsOf(kb, id).includes(item));

/** Entries that nothing leads to: no relation, no link in a text, no list they belong to. */
export function orphans(kb: KnowledgeBase): string[] {
  const reached = new Set([
    ...relationsOf(kb).flatMap(({ from, to }) => [from, to]),
    ...[...kb.entries.values()].flatMap(({ body }) => linkedEntries(body).map(({ id }) => id)),
  ]);
  return [...kb.entries.values()]
    .filter((entry) => !reached.has(entry.id) && membersOf(kb, entry).length === 0)
    .map(({ id }) => id);
}
