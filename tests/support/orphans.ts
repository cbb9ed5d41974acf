import { membersOf, relationsOf } from '../../src/core/knowledge/graph.ts';
import { linkedEntries } from '../../src/core/model/entry-body.ts';
import type { KnowledgeBase } from '../../src/core/model/knowledge-base.ts';

/** The ids of entries that nothing leads to: they have no relation, no text links to them, and no entry belongs to them. */
export function orphans(kb: KnowledgeBase): string[] {
  const reachedIds = new Set([
    ...relationsOf(kb).flatMap(({ from, to }) => [from, to]),
    ...[...kb.entries.values()].flatMap(({ body }) => linkedEntries(body).map(({ id }) => id)),
  ]);
  return [...kb.entries.values()]
    .filter((entry) => !reachedIds.has(entry.id) && membersOf(kb, entry).length === 0)
    .map(({ id }) => id);
}
