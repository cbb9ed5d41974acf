import type lunr from 'lunr';
import { stemMark, stemOf, stemTermsOf, wordsOf } from './analyse.ts';
import type { OpenedIndex } from './open-index.ts';
import { prefixLength, typoLength, weights } from './weights.ts';

/** How well an entry matches a word, and the index terms that matched. */
export interface WordMatch {
  score: number;
  terms: Set<string>;
}

/** Finds the entries that match a word, by id. The last word of a query may be unfinished. */
export type WordMatcher = (word: string, isLast: boolean) => Map<string, WordMatch>;

/** A way of looking up a word: the term, lunr's options for it, and how much its matches count. */
interface LookUp {
  term: string;
  options?: object;
  weight: number;
}

/** Stems that mean nearly the same in everyday language, by stem; each set includes the stem itself. */
function everydayStems(groups: readonly string[][]): Map<string, Set<string>> {
  const stemsByStem = new Map<string, Set<string>>();
  for (const group of groups) {
    const stems = group.flatMap(wordsOf).map(stemOf);
    for (const stem of stems) stemsByStem.set(stem, new Set([...(stemsByStem.get(stem) ?? []), ...stems]));
  }
  return stemsByStem;
}

/** The ways of looking up a word: as it is, by stem, as a prefix, with typos, by everyday words of the same meaning. */
function lookUpsOf(
  word: string,
  isLast: boolean,
  terms: ReadonlySet<string>,
  everyday: ReadonlyMap<string, ReadonlySet<string>>,
): LookUp[] {
  const isTerm = terms.has(word);
  const stems = stemTermsOf(word).filter((term) => terms.has(term));
  const isPrefix = word.length >= prefixLength.any || (isLast && word.length >= prefixLength.last);
  const mayBeTypo = !isTerm && stems.length === 0 && word.length >= typoLength.one;
  const stem = stemOf(word);
  const everydayTerms = [...(everyday.get(stem) ?? [])]
    .filter((other) => other !== stem)
    .flatMap((other) => [stemMark + other, other])
    .filter((term) => terms.has(term));
  return [
    ...(isTerm ? [{ term: word, weight: 1 }] : []),
    ...stems.filter((term) => term !== word).map((term) => ({ term, weight: weights.stem })),
    ...(isPrefix ? [{ term: `${word}*`, weight: isTerm ? weights.prefix / 2 : weights.prefix }] : []),
    ...(mayBeTypo
      ? [{ term: word, options: { editDistance: word.length >= typoLength.two ? 2 : 1 }, weight: weights.typo }]
      : []),
    ...everydayTerms.map((term) => ({ term, weight: weights.everyday })),
  ];
}

/** Makes the matcher of an index. An entry has the score of its best match, and the terms of all of them. */
export function wordMatcher({ index, terms }: OpenedIndex, everydayGroups: readonly string[][]): WordMatcher {
  const termSet = new Set(terms);
  const everyday = everydayStems(everydayGroups);
  const lookUp = ({ term, options }: LookUp): lunr.Index.Result[] =>
    index.query((query) => {
      query.term(term, { usePipeline: false, ...options });
    });
  return (word, isLast) => {
    const matches = new Map<string, WordMatch>();
    for (const way of lookUpsOf(word, isLast, termSet, everyday))
      for (const { ref, score, matchData } of lookUp(way)) {
        const match = matches.get(ref) ?? { score: 0, terms: new Set<string>() };
        match.score = Math.max(match.score, score * way.weight);
        for (const term of Object.keys(matchData.metadata)) match.terms.add(term);
        matches.set(ref, match);
      }
    return matches;
  };
}
