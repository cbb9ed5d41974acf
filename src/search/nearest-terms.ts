import { letterPairs, pairSimilarity } from '../core/model/letter-pairs.ts';
import { stemOf } from './analyse.ts';

/** Similarity that a suggestion has to exceed, its fewest letters, and how many are given. */
const suggestion = { similarity: 0.3, length: 4, count: 4 };

/** The index words most similar to the words of a query without results, best first; one per stem. */
export function nearestTerms(words: readonly string[], indexWords: readonly string[]): string[] {
  const queryPairs = new Set(words.flatMap(letterPairs));
  if (queryPairs.size === 0) return [];
  return indexWords
    .filter((term) => term.length >= suggestion.length)
    .map((term) => ({ term, similarity: pairSimilarity(letterPairs(term), queryPairs) }))
    .filter(({ similarity }) => similarity > suggestion.similarity)
    .toSorted((a, b) => b.similarity - a.similarity || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term)
    .filter((term, index, all) => all.findIndex((other) => stemOf(other) === stemOf(term)) === index)
    .slice(0, suggestion.count);
}
