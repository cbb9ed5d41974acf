import type lunr from 'lunr';
import { isStopWord, stemMark, stemOf, stemTermsOf, wordsOf } from './analyse.ts';
import { type IndexData, openIndex } from './index-data.ts';

/** A phrase that names entries: a title, another name, a term of the glossary. Entries by place, best first. */
export type Phrase = [words: string, entries: number[]];

/** Everything that search needs, as it travels. */
export interface SearchData extends IndexData {
  phrases: Phrase[];
  /** Everyday words that mean nearly the same, in groups. */
  everyday: string[][];
  /** For each entry the places of those that ease it or that it eases. */
  kin: number[][];
}

/** A found entry. */
export interface Hit {
  id: string;
  /** Above 0; comparable within one query only. */
  score: number;
  /** Terms of the index that the query met in it, for marking them in excerpts. */
  terms: string[];
}

export interface Found {
  hits: Hit[];
  /** How many of the first hits are strong: the rest met the query only by the way. */
  strong: number;
  /** Words of the index near to the query's, where nothing was found. */
  nearest: string[];
}

/** How much the ways of meeting a word count, and what naming an entry adds. Tuned on the queries marked `tune`. */
const weights = {
  stem: 1,
  prefix: 1,
  typo: 0.5,
  everyday: 0.35,
  /** Power of the share of a query's words that an entry meets. */
  coverage: 1.5,
  /** For an entry that the whole query names, and for one that a part of it names, by place among the phrase's entries. */
  named: 90,
  partlyNamed: [15, 10, 7.5, 5],
  /** Share of its score that a good hit lends to its kin, and how many of the best hits lend. */
  kin: 0.12,
  lenders: 3,
  /** Share of the best score from which a hit is strong. */
  strong: 0.2,
} as const;

/** Fewest letters from which a word is taken as a beginning: any word, and the last one, which is still being typed. */
const prefixFrom = { any: 3, last: 2 };

/** Fewest letters of a word from which a slip of one, and of two, is forgiven. */
const typoFrom = { one: 4, two: 9 };

export interface Search {
  /** Finds entries for what a person typed, best first. Nothing that can be typed is an error. */
  find(text: string): Found;
}

/** Makes a search of its data. */
export function openSearch(data: SearchData): Search {
  const { index, terms } = openIndex(data);
  const known = new Set(terms);
  const alike = new Map<string, Set<string>>();
  for (const group of data.everyday) {
    const stems = group.flatMap(wordsOf).map(stemOf);
    for (const stem of stems) alike.set(stem, new Set([...(alike.get(stem) ?? []), ...stems]));
  }
  const phrases = data.phrases.map(([words, entries]) => ({ stems: words.split(' '), entries }));

  /** Scores of one way of meeting a word, by entry. */
  function meet(term: string, options: object): lunr.Index.Result[] {
    return index.query((query) => {
      query.term(term, { usePipeline: false, ...options });
    });
  }

  /** The best way in which each entry meets a word. */
  function meetings(word: string, isLast: boolean): Map<string, { score: number; terms: Set<string> }> {
    const best = new Map<string, { score: number; terms: Set<string> }>();
    const take = (results: lunr.Index.Result[], weight: number) => {
      for (const { ref, score, matchData } of results) {
        const before = best.get(ref) ?? { score: 0, terms: new Set<string>() };
        before.score = Math.max(before.score, score * weight);
        for (const term of Object.keys(matchData.metadata)) before.terms.add(term);
        best.set(ref, before);
      }
    };
    const stems = stemTermsOf(word).filter((term) => known.has(term));
    if (known.has(word)) take(meet(word, {}), 1);
    for (const stem of stems) if (stem !== word) take(meet(stem, {}), weights.stem);
    if (word.length >= prefixFrom.any || (isLast && word.length >= prefixFrom.last))
      take(meet(`${word}*`, {}), known.has(word) ? weights.prefix / 2 : weights.prefix);
    if (!known.has(word) && stems.length === 0 && word.length >= typoFrom.one)
      take(meet(word, { editDistance: word.length >= typoFrom.two ? 2 : 1 }), weights.typo);
    for (const other of alike.get(stemOf(word)) ?? []) {
      if (other === stemOf(word)) continue;
      for (const term of [stemMark + other, other]) if (known.has(term)) take(meet(term, {}), weights.everyday);
    }
    return best;
  }

  /** What a term is worth: the rarer, the more. */
  const worthOf = (met: number): number => Math.log(1 + data.ids.length / (1 + met));

  /** Lends a part of the best scores to the entries that ease, or are eased by, what was found. */
  function lend(hits: Hit[]) {
    const byId = new Map(hits.map((hit) => [hit.id, hit]));
    for (const { id, score } of hits.toSorted((a, b) => b.score - a.score).slice(0, weights.lenders)) {
      for (const place of data.kin[data.ids.indexOf(id)] ?? []) {
        const kin = byId.get(data.ids[place] ?? '');
        if (kin) kin.score += weights.kin * score;
      }
    }
  }

  /** What naming an entry by one of its names adds to its score. */
  function namings(words: readonly string[]): Map<string, number> {
    const stems = words.map(stemOf);
    const bonus = new Map<string, number>();
    for (const { stems: phrase, entries } of phrases) {
      const start = stems.findIndex((_, at) => phrase.every((stem, offset) => stems[at + offset] === stem));
      if (start < 0) continue;
      const isWhole = phrase.length === stems.length;
      entries.forEach((entry, place) => {
        const part = (weights.partlyNamed[place] ?? 1) * Math.sqrt(phrase.length);
        const id = data.ids[entry] ?? '';
        bonus.set(id, Math.max(bonus.get(id) ?? 0, isWhole ? weights.named / (place + 1) : part));
      });
    }
    return bonus;
  }

  return {
    find(text) {
      const all = [...new Set(wordsOf(text))];
      const telling = all.filter((word) => !isStopWord(word));
      const words = telling.length > 0 ? telling : all;
      const scores = new Map<string, { score: number; met: number; terms: Set<string> }>();
      let worth = 0;
      words.forEach((word, at) => {
        const found = meetings(word, at === words.length - 1);
        const own = worthOf(found.size);
        if (found.size > 0) worth += own;
        for (const [id, { score, terms: met }] of found) {
          const sum = scores.get(id) ?? { score: 0, met: 0, terms: new Set<string>() };
          scores.set(id, { score: sum.score + score, met: sum.met + own, terms: new Set([...sum.terms, ...met]) });
        }
      });
      const bonus = namings(wordsOf(text));
      const hits = [...scores].map(([id, { score, met, terms: matched }]) => ({
        id,
        score: score * (met / worth) ** weights.coverage + (bonus.get(id) ?? 0),
        terms: [...matched],
      }));
      lend(hits);
      hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      const strong = hits.filter(({ score }) => score >= weights.strong * (hits[0]?.score ?? 0)).length;
      return { hits, strong, nearest: hits.length > 0 ? [] : nearestWords(words, terms) };
    },
  };
}

/** Known words that share the most pairs of letters with what was typed: up to four. */
function nearestWords(words: readonly string[], terms: readonly string[]): string[] {
  const pairs = (word: string) => [...word].slice(1).map((letter, at) => word[at] + letter);
  const typed = new Set(words.flatMap(pairs));
  if (typed.size === 0) return [];
  return terms
    .filter((term) => !term.startsWith(stemMark) && term.length > 3)
    .map((term) => {
      const own = pairs(term);
      return { term, share: (2 * own.filter((pair) => typed.has(pair)).length) / (own.length + typed.size) };
    })
    .filter(({ share }) => share > 0.3)
    .toSorted((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1))
    .map(({ term }) => term)
    .filter((term, at, all) => all.findIndex((other) => stemOf(other) === stemOf(term)) === at)
    .slice(0, 4);
}
