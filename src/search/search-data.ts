import { neighboursOf, orderedEntries, relationsByEntry, relationsOf } from '../core/knowledge/graph.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import { stemOf, wordsOf } from './analyse.ts';
import { searchDocuments } from './documents.ts';
import { buildIndex } from './index-data.ts';
import type { Phrase, SearchData } from './query.ts';

/** Everything that search needs, made from the knowledge base. The site and the command line use this very data. */
export function searchData(kb: KnowledgeBase): SearchData {
  const entries = orderedEntries(kb);
  const placeOf = new Map(entries.map(({ id }, place) => [id, place]));
  const phrases = new Map<string, number[]>();
  const add = (phrase: string, ids: readonly string[]) => {
    const key = wordsOf(phrase).map(stemOf).join(' ');
    const places = ids.map((id) => placeOf.get(id)).filter((place) => place !== undefined);
    if (key) phrases.set(key, [...new Set([...(phrases.get(key) ?? []), ...places])]);
  };
  for (const { id, title } of entries) for (const name of [title, id.replaceAll('-', ' ')]) add(name, [id]);
  for (const { id, aliases } of entries) for (const name of aliases) add(name, [id]);
  for (const { term, synonyms, entries: ids } of kb.glossary.values())
    for (const name of [term, ...synonyms]) add(name, ids);
  const easing = relationsByEntry(relationsOf(kb).filter(({ kind }) => kind === 'eases'));
  return {
    ...buildIndex(searchDocuments(kb, entries)),
    phrases: [...phrases].map((each): Phrase => each),
    everyday: kb.everyday,
    kin: entries.map(({ id }) =>
      neighboursOf(id, easing.get(id) ?? [])
        .map((neighbour) => placeOf.get(neighbour.id))
        .filter((place) => place !== undefined),
    ),
  };
}
