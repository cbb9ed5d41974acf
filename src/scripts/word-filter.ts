import { foldText } from '../core/text/fold-text.ts';
import { cutQuery, type TypedQuery } from '../search/query-limit.ts';

/** What a person typed to narrow a list, as far as it is read. */
export interface WordFilter extends TypedQuery {
  /** Whether a text contains every word, in any order and spelling (`foldText`); parts of words count, too. */
  matches(text: string): boolean;
}

/** Reads what a person typed, of any length. Its words are folded here, once for all texts. */
export function wordFilter(typed: string): WordFilter {
  const query = cutQuery(typed);
  const words = [...new Set(foldText(query.words).split(' '))];
  return {
    ...query,
    matches(text) {
      const foldedText = foldText(text);
      return words.every((word) => foldedText.includes(word));
    },
  };
}
