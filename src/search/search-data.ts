import { orderedEntries } from '../core/knowledge/graph.ts';
import type { Entry } from '../core/model/entry.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import { stemOf, wordsOf } from './analyse.ts';
import { buildIndex } from './build-index.ts';
import { splitDocuments } from './document-words.ts';
import { searchDocuments } from './documents.ts';
import type { Phrase } from './name-boosts.ts';
import type { SearchData } from './query.ts';
import { relatedEntries } from './related-entries.ts';

/** The index of an entry in the list of all entries. */
type IndexOf = (id: string) => number | undefined;

/** Every name of entries with the entries it names: titles and ids first, then aliases, then the glossary. */
function phrasesOf(kb: KnowledgeBase, entries: readonly Entry[], indexOf: IndexOf): Phrase[] {
  const names: [name: string, ids: string[]][] = [
    ...entries.flatMap(({ id, title }) =>
      [title, id.replaceAll('-', ' ')].map((name): [string, string[]] => [name, [id]]),
    ),
    ...entries.flatMap(({ id, aliases }) => aliases.map((name): [string, string[]] => [name, [id]])),
    ...[...kb.glossary.values()].flatMap(({ term, synonyms, entries: ids }) =>
      [term, ...synonyms].map((name): [string, string[]] => [name, ids]),
    ),
  ];
  const phrases = new Map<string, number[]>();
  for (const [name, ids] of names) {
    const stems = wordsOf(name).map(stemOf).join(' ');
    const indices = ids.map(indexOf).filter((index) => index !== undefined);
    if (stems) phrases.set(stems, [...new Set([...(phrases.get(stems) ?? []), ...indices])]);
  }
  return [...phrases];
}

/** Everything that search needs, from the knowledge base. The site and the command line use the same data. */
export function searchData(kb: KnowledgeBase): SearchData {
  const entries = orderedEntries(kb);
  const indexById = new Map(entries.map(({ id }, index) => [id, index]));
  const indexOf: IndexOf = (id) => indexById.get(id);
  const documents = splitDocuments(searchDocuments(kb, entries));
  return {
    ...buildIndex(documents),
    phrases: phrasesOf(kb, entries, indexOf),
    everyday: kb.everyday.map((group) => group.flatMap(wordsOf).map(stemOf)),
    related: relatedEntries(kb, documents),
  };
}
