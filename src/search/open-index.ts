import { stemMark } from './analyse.ts';
import { frontDecode } from './front-coding.ts';
import { type IndexData, stepToWeight } from './index-data.ts';
import { type CountWork, nearTerms } from './near-terms.ts';
import { readNumbers } from './numbers.ts';

/** The weight of each entry that contains a term, by entry index. */
type Posting = ReadonlyMap<number, number>;

/** An index ready for look-ups. */
export interface OpenedIndex {
  /** All words in sorted order, without stems. */
  words: string[];
  /** The entries that contain a term; undefined if none do. */
  postingOf(term: string): Posting | undefined;
  /** The words that start with a prefix. */
  wordsFrom(prefix: string): string[];
  /** The words that differ from a text by at most `typos` typos. */
  wordsNear(text: string, typos: number): string[];
}

/** Reads the entries of terms, by the index of a term: each when it is asked for, as a query needs few of them. */
function postingReader({ countRows, entryRows, weightRows }: IndexData): (index: number) => Posting {
  const counts = readNumbers(countRows);
  const gaps = readNumbers(entryRows);
  const steps = readNumbers(weightRows);
  let end = 0;
  const ends = counts.map((count) => {
    end += count;
    return end;
  });
  return (index) => {
    const posting = new Map<number, number>();
    let entry = 0;
    for (let next = ends[index - 1] ?? 0; next < (ends[index] ?? 0); next += 1) {
      entry += gaps[next] ?? 0;
      posting.set(entry, stepToWeight(steps[next] ?? 0));
    }
    return posting;
  };
}

/** The index of the first word that does not sort before a text. */
function placeOf(text: string, words: readonly string[]): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Opens the data that the site serves. Every look-up reports its work to `count`. */
export function openIndex(data: IndexData, count: CountWork): OpenedIndex {
  const terms = frontDecode(data.terms.split(' '));
  const indexOfTerm = new Map(terms.map((term, index) => [term, index]));
  const readPosting = postingReader(data);
  const postings = new Map<number, Posting>();
  const postingAt = (index: number): Posting => {
    const posting = postings.get(index) ?? readPosting(index);
    postings.set(index, posting);
    return posting;
  };
  const words = terms.filter((term) => !term.startsWith(stemMark));
  return {
    words,
    postingOf(term) {
      const index = indexOfTerm.get(term);
      const posting = index === undefined ? undefined : postingAt(index);
      count(1 + (posting?.size ?? 0));
      return posting;
    },
    wordsFrom(prefix) {
      const start = placeOf(prefix, words);
      let end = start;
      while (words[end]?.startsWith(prefix)) end += 1;
      count(1 + end - start);
      return words.slice(start, end);
    },
    wordsNear: (text, typos) => nearTerms(text, typos, words, count),
  };
}
