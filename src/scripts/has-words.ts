import { foldText } from '../core/text/fold-text.ts';

/** Whether a text contains every word of a query, in any order and spelling (`foldText`); parts of words count, too. */
export function hasWords(text: string, query: string): boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const foldedText = foldText(text);
  return words.every((word) => foldedText.includes(word));
}
