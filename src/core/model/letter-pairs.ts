/** The pairs of neighbouring letters in a text: `drift` gives `dr`, `ri`, `if`, `ft`. */
export function letterPairs(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/**
 * How similar two texts are by their letter pairs, from 0 to 1: twice the number of shared pairs, by the number of pairs
 * of both. Source: Dice 1945, "Measures of the amount of ecologic association between species". NaN without any pairs.
 */
export function pairSimilarity(pairs: readonly string[], otherPairs: ReadonlySet<string>): number {
  const shared = pairs.filter((pair) => otherPairs.has(pair)).length;
  return (2 * shared) / (pairs.length + otherPairs.size);
}
