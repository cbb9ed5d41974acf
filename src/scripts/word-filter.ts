import { foldText } from '../core/text/fold-text.ts';
import { withPlainLetters } from '../core/text/plain-letters.ts';

/** What a person typed to narrow a list, as far as it is read. */
export interface WordFilter {
  words: string;
  /** Whether the text was longer. */
  isCut: boolean;
  /** Whether a text contains every word, in any order and spelling (`foldText`); parts of words count, too. */
  matches(text: string): boolean;
}

/**
 * Reads what a person typed, of any length. Its words are folded here, once for all texts.
 * @param longest the most characters that are read; half of one at the end is not
 */
export function wordFilter(typed: string, longest: number): WordFilter {
  const text = typed.trim();
  const words = text.slice(0, longest).replace(/\p{Cs}/gu, '');
  const foldedWords = [...new Set(foldText(withPlainLetters(words)).split(' '))];
  return {
    words,
    isCut: text.length > longest,
    matches(sentence) {
      const foldedSentence = foldText(sentence);
      return foldedWords.every((word) => foldedSentence.includes(word));
    },
  };
}
