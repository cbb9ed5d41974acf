/** Maximum number of characters of a query that search reads. A question of a sentence or two is shorter. */
export const queryLimit = 300;

/** The part of what a person typed that search reads. */
export interface TypedQuery {
  words: string;
  /** Whether the text was longer. */
  isCut: boolean;
}

/** Half of a character that takes two UTF-16 units: input methods leave one behind, and so does cutting between them. */
const half = /\p{Cs}/gu;

/** Trims a text of any length, and cuts it to the part that search reads. That has only whole characters. */
export function cutQuery(text: string): TypedQuery {
  const words = text.replace(half, '').trim();
  return { words: words.slice(0, queryLimit).replace(half, ''), isCut: words.length > queryLimit };
}
