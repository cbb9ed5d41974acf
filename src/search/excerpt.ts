import { termsOf, wordsOf } from './analyse.ts';

/** A piece of a text; marked where the query met it. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

const isMet = (word: string, terms: ReadonlySet<string>): boolean => termsOf(word).some((term) => terms.has(term));

/** Cuts a text into pieces, marking the words that stand in the index under one of the terms. */
export function markTerms(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/([\p{L}\p{N}\p{M}'’-]+)/u)) {
    if (part === '') continue;
    const isMarked = wordsOf(part).some((word) => isMet(word, terms));
    const last = pieces.at(-1);
    if (last && last.isMarked === isMarked) last.text += part;
    else pieces.push({ text: part, isMarked });
  }
  return pieces;
}

/** The sentence that meets the most of the terms; the first one where none meets any. */
export function bestSentence(sentences: readonly string[], terms: ReadonlySet<string>): string {
  const meets = (sentence: string) => new Set(wordsOf(sentence).filter((word) => isMet(word, terms))).size;
  return sentences.reduce((best, sentence) => (meets(sentence) > meets(best) ? sentence : best), sentences[0] ?? '');
}
