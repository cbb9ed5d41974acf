/** Letters that run from right to left, and invisible signs that change the direction of what follows. */
const changesDirection =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const isolates = /[\u2066-\u2069]/g;

/** Whether every isolate in a text ends in it, and none ends that has not begun. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(isolates)) {
    depth += sign === '\u2069' ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * A person's text for use within a sentence of ours. If it runs from right to left, or could turn what follows around, it
 * gets invisible isolates (U+2068 and U+2069), so that the sentence keeps its order. Any other text stays as it is.
 */
export function isolate(text: string): string {
  if (!changesDirection.test(text)) return text;
  return `\u2068${isBalanced(text) ? text : text.replaceAll(isolates, '')}\u2069`;
}
