import { isStopWord, wordsOf } from './analyse.ts';
import type { IndexData } from './index-data.ts';
import { nameBooster, type Phrase } from './name-boosts.ts';
import type { CountWork } from './near-terms.ts';
import { nearestTerms } from './nearest-terms.ts';
import { openIndex } from './open-index.ts';
import { cutQuery } from './query-limit.ts';
import type { RelatedEntry } from './related-entries.ts';
import { weights } from './weights.ts';
import { type WordMatcher, wordMatcher } from './word-matches.ts';

/** Everything that search needs, as the site serves it. */
export interface SearchData extends IndexData {
  phrases: Phrase[];
  /** Stems of everyday words that mean nearly the same, in groups. */
  everyday: string[][];
  /** For each entry, its related entries. */
  related: RelatedEntry[][];
}

/** An entry that a query found. */
export interface Hit {
  id: string;
  /** Above 0; comparable within one query only. */
  score: number;
  /** Terms of the index that the query matched in it, for marking them in excerpts. */
  terms: string[];
}

/** The result of a query. */
export interface SearchResult {
  /** Best first. */
  hits: Hit[];
  /** How many of the first hits are strong; the others match the query only in passing. */
  strongCount: number;
  /** If nothing was found: terms of the index similar to the query's words. */
  nearest: string[];
}

/** The search of one index. */
export interface Search {
  /** Finds entries for what a person typed. Accepts any text, but reads only its first `queryLimit` characters. */
  find(text: string): SearchResult;
}

/** The different words of a query, without stop words unless it has no others. */
function queryWords(text: string): string[] {
  const words = [...new Set(wordsOf(text))];
  const contentWords = words.filter((word) => !isStopWord(word));
  return contentWords.length > 0 ? contentWords : words;
}

/** How much a word says: the fewer entries match it, the more. */
const informationOf = (matchCount: number, entryCount: number): number => Math.log(1 + entryCount / (1 + matchCount));

/**
 * Scores the entries that match the words: by the sum over all words, less for an entry that leaves words out. Empty if
 * even the best of them matches too little of what the query says, words that no entry has included.
 */
function scoreMatches(words: readonly string[], matchesOf: WordMatcher, ids: readonly string[]): Hit[] {
  const sums = new Map<number, { score: number; information: number; terms: Set<string> }>();
  let totalInformation = 0;
  let unknownInformation = 0;
  words.forEach((word, index) => {
    const matches = matchesOf(word, index === words.length - 1);
    const wordInformation = informationOf(matches.size, ids.length);
    if (matches.size > 0) totalInformation += wordInformation;
    else if (!/\d/.test(word)) unknownInformation += wordInformation;
    for (const [entry, match] of matches) {
      const { score, information, terms } = sums.get(entry) ?? { score: 0, information: 0, terms: new Set<string>() };
      sums.set(entry, {
        score: score + match.score,
        information: information + wordInformation,
        terms: new Set([...terms, ...match.terms]),
      });
    }
  });
  const mostInformation = Math.max(0, ...[...sums.values()].map(({ information }) => information));
  if (mostInformation < weights.leastShare * (totalInformation + unknownInformation)) return [];
  return [...sums].map(([entry, { score, information, terms }]) => ({
    id: ids[entry] ?? '',
    score: score * (information / totalInformation) ** weights.coverage,
    terms: [...terms],
  }));
}

/** Adds a share of the scores of the best hits to their related entries, if those match the query, too. */
function boostRelated(hits: readonly Hit[], { ids, related }: SearchData): void {
  const hitsById = new Map(hits.map((hit) => [hit.id, hit]));
  for (const { id, score } of hits.toSorted((a, b) => b.score - a.score).slice(0, weights.relatedFrom))
    for (const [entry, percentage] of related[ids.indexOf(id)] ?? []) {
      const relatedHit = hitsById.get(ids[entry] ?? '');
      if (relatedHit) relatedHit.score += (percentage / 100) * score;
    }
}

/** Opens the search of an index. Queries report their work to `count`. */
export function openSearch(data: SearchData, count: CountWork = () => undefined): Search {
  const index = openIndex(data, count);
  const matchesOf = wordMatcher(index, data.everyday);
  const nameBoosts = nameBooster(data.phrases, data.ids);
  return {
    find(text) {
      const query = cutQuery(text).words;
      const words = queryWords(query);
      const boosts = nameBoosts(wordsOf(query));
      const hits = scoreMatches(words, matchesOf, data.ids).map((hit) => ({
        ...hit,
        score: hit.score + (boosts.get(hit.id) ?? 0),
      }));
      boostRelated(hits, data);
      hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      const strongScore = weights.strong * (hits[0]?.score ?? 0);
      return {
        hits,
        strongCount: hits.filter(({ score }) => score >= strongScore).length,
        nearest: hits.length > 0 ? [] : nearestTerms(words, index.words),
      };
    },
  };
}
