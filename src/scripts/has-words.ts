/** Whether a text contains every word of a query, in any order and case; a word may be the beginning of a longer one. */
export function hasWords(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const plainText = text.toLowerCase();
  return words.every((word) => plainText.includes(word));
}
