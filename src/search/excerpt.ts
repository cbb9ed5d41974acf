import { termsOf, wordsOf } from './analyse.ts';

/** A piece of a text; marked if the query matched it. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** A word with its terms in the index, or the characters between two words. */
interface Part {
  text: string;
  terms: string[];
}

/** A text cut into parts once, so that every query can mark it. */
export type SplitText = readonly Part[];

/** Cuts a text into words and the characters between them. */
export const splitWords = (text: string): SplitText =>
  text
    .split(/([\p{L}\p{N}\p{M}\p{Cf}'’‐‑-]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, terms: wordsOf(part).flatMap(termsOf) }));

const hasTerm = (part: Part, terms: ReadonlySet<string>): boolean => part.terms.some((term) => terms.has(term));

/** The pieces of a text, with the words marked that have one of the terms. */
export function markTerms(text: SplitText, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text) {
    const isMarked = hasTerm(part, terms);
    const last = pieces.at(-1);
    if (last && last.isMarked === isMarked) last.text += part.text;
    else pieces.push({ text: part.text, isMarked });
  }
  return pieces;
}

/** How many different words of a sentence have one of the terms. */
const matchCount = (sentence: SplitText, terms: ReadonlySet<string>): number =>
  new Set(sentence.filter((part) => hasTerm(part, terms)).map(({ terms: [first] }) => first)).size;

/** The sentence with the most words that have one of the terms; the first sentence if no word has. */
export function bestSentence(sentences: readonly SplitText[], terms: ReadonlySet<string>): SplitText {
  return sentences.reduce(
    (best, sentence) => (matchCount(sentence, terms) > matchCount(best, terms) ? sentence : best),
    sentences[0] ?? [],
  );
}
