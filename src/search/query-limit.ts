/** Most characters of a query that search reads. A question in a sentence or two has fewer. */
export const queryLimit = 300;

/** What a person typed, as far as search reads it. */
export interface TypedQuery {
  words: string;
  /** Whether there was more. */
  isCut: boolean;
}

/** Cuts a text of any length to what search reads of it, without surrounding white space. */
export function cutQuery(text: string): TypedQuery {
  const words = text.trim();
  return { words: words.slice(0, queryLimit), isCut: words.length > queryLimit };
}
