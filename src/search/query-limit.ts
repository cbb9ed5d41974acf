/** Maximum number of characters of a query that search reads. A question of a sentence or two is shorter. */
export const queryLimit = 300;

/** The part of what a person typed that search reads. */
export interface TypedQuery {
  words: string;
  /** Whether the text was longer. */
  isCut: boolean;
}

/** Trims a text of any length, and cuts it to the part that search reads. */
export function cutQuery(text: string): TypedQuery {
  const words = text.trim();
  return { words: words.slice(0, queryLimit), isCut: words.length > queryLimit };
}
