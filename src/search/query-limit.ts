/** Maximum number of characters of a query that search reads. A question of a sentence or two is shorter. */
export const queryLimit = 300;

/** The part of what a person typed that search reads. */
export interface TypedQuery {
  words: string;
  /** Whether the text was longer. */
  isCut: boolean;
}

/** Trims a text of any length, and cuts it to the part that search reads. That has only whole characters. */
export function cutQuery(text: string): TypedQuery {
  const words = text.trim();
  // Halves of a character are left over by input methods, and by cutting between the two.
  const whole = words.slice(0, queryLimit).replace(/\p{Cs}/gu, '');
  return { words: whole.trim(), isCut: words.length > queryLimit };
}
