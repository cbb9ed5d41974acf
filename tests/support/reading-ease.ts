/** Groups of vowels in a word, at least one; a silent e at the end does not count. */
function syllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?<=[^aeiouyl])e$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

/**
 * The Flesch reading ease of a text: about 100 for a child, 60 for a plain newspaper, 30 for a scholar. Source: Flesch,
 * "A new readability yardstick", Journal of Applied Psychology, 1948.
 */
export function readingEase(text: string): number {
  const words = text.match(/[\p{L}\d’'-]+/gu) ?? [];
  const sentences = text.split(/[.?!]+(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence));
  const perSentence = words.length / Math.max(1, sentences.length);
  const perWord = words.reduce((sum, word) => sum + syllables(word), 0) / Math.max(1, words.length);
  return 206.835 - 1.015 * perSentence - 84.6 * perWord;
}
