import { termsOf, wordsOf } from './analyse.ts';

/** A piece of a text; marked where the query met it. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

/** A word or what stands between words, with the terms of the index under which it may be met. */
interface Part {
  text: string;
  terms: string[];
}

/** A text cut once, so that every query can mark it without cutting it again. */
export type CutText = readonly Part[];

/** Cuts a text into words and what stands between them. */
export const cutText = (text: string): CutText =>
  text
    .split(/([\p{L}\p{N}\p{M}'’-]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, terms: wordsOf(part).flatMap(termsOf) }));

/** The pieces of a text, marking the words that stand in the index under one of the terms. */
export function markTerms(text: CutText, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text) {
    const isMarked = part.terms.some((term) => terms.has(term));
    const last = pieces.at(-1);
    if (last && last.isMarked === isMarked) last.text += part.text;
    else pieces.push({ text: part.text, isMarked });
  }
  return pieces;
}

/** The sentence that meets the most words of the query; the first one where none meets any. */
export function bestSentence(sentences: readonly CutText[], terms: ReadonlySet<string>): CutText {
  const meets = (sentence: CutText) =>
    new Set(sentence.filter((part) => part.terms.some((term) => terms.has(term))).map(({ terms: [first] }) => first))
      .size;
  return sentences.reduce((best, sentence) => (meets(sentence) > meets(best) ? sentence : best), sentences[0] ?? []);
}
