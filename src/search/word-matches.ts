import { stemMark, stemOf, stemTermsOf } from './analyse.ts';
import type { OpenedIndex } from './open-index.ts';
import { prefixLength, typoLength, weights } from './weights.ts';

/** How well an entry matches a word, and the index terms that matched. */
export interface WordMatch {
  score: number;
  terms: Set<string>;
}

/** Finds the entries that match a word, by entry index. The last word of a query may be unfinished. */
export type WordMatcher = (word: string, isLast: boolean) => Map<number, WordMatch>;

/** A way of looking up a word: the index terms to match, and the weight of their matches. */
interface LookUp {
  terms: string[];
  weight: number;
}

/** The groups of stems with the same stem, as one set by stem; each set includes the stem itself. */
function everydayStems(groups: readonly string[][]): Map<string, Set<string>> {
  const stemsByStem = new Map<string, Set<string>>();
  for (const stems of groups) {
    for (const stem of stems) stemsByStem.set(stem, new Set([...(stemsByStem.get(stem) ?? []), ...stems]));
  }
  return stemsByStem;
}

/** Number of typos to forgive in a word. None in a very long one, which is not a real word. */
function forgivenTypos({ length }: string): number {
  if (length < typoLength.one || length > typoLength.none) return 0;
  return length < typoLength.two ? 1 : 2;
}

/** The ways of looking up a word: as it is, by stem, as a prefix, with typos, by everyday words of the same meaning. */
function lookUpsOf(
  word: string,
  isLast: boolean,
  index: OpenedIndex,
  everyday: ReadonlyMap<string, ReadonlySet<string>>,
): LookUp[] {
  const hasTerm = (term: string) => index.postingOf(term) !== undefined;
  const isTerm = hasTerm(word);
  const stems = stemTermsOf(word).filter(hasTerm);
  const isPrefix = word.length >= prefixLength.any || (isLast && word.length >= prefixLength.last);
  const typos = isTerm || stems.length > 0 ? 0 : forgivenTypos(word);
  const stem = stemOf(word);
  const everydayTerms = [...(everyday.get(stem) ?? [])]
    .filter((other) => other !== stem)
    .flatMap((other) => [stemMark + other, other])
    .filter(hasTerm);
  return [
    ...[...(isTerm ? [word] : []), ...stems].map((term) => ({ terms: [term], weight: weights.stem })),
    ...(isPrefix ? [{ terms: index.wordsFrom(word), weight: isTerm ? weights.prefix / 2 : weights.prefix }] : []),
    ...(typos > 0 ? [{ terms: index.wordsNear(word, typos), weight: weights.typo }] : []),
    ...everydayTerms.map((term) => ({ terms: [term], weight: weights.everyday })),
  ];
}

/** Adds the matches of one way of looking up: the more terms it has, the less each of them counts. */
function addMatches(matches: Map<number, WordMatch>, { terms, weight }: LookUp, index: OpenedIndex): void {
  const scores = new Map<number, number>();
  for (const term of terms)
    for (const [entry, termWeight] of index.postingOf(term) ?? []) {
      scores.set(entry, (scores.get(entry) ?? 0) + (termWeight * weight) / Math.sqrt(terms.length));
      const match = matches.get(entry) ?? { score: 0, terms: new Set<string>() };
      match.terms.add(term);
      matches.set(entry, match);
    }
  for (const [entry, score] of scores) {
    const match = matches.get(entry);
    if (match) match.score = Math.max(match.score, score);
  }
}

/** Makes the matcher of an index. An entry has the score of its best match, and the terms of all of them. */
export function wordMatcher(index: OpenedIndex, everydayGroups: readonly string[][]): WordMatcher {
  const everyday = everydayStems(everydayGroups);
  return (word, isLast) => {
    const matches = new Map<number, WordMatch>();
    for (const way of lookUpsOf(word, isLast, index, everyday)) addMatches(matches, way, index);
    return matches;
  };
}
