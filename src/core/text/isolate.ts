/** Right-to-left letters, and invisible characters that change the direction of the text after them. */
const changesDirection =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const isolates = /[\u2066-\u2069]/g;

/** Whether the isolates in a text are balanced: each one that opens also closes, in that order. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(isolates)) {
    depth += sign === '\u2069' ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Prepares a person's text for use in one of our sentences. If it contains right-to-left letters, or could reverse what
 * follows, wraps it in invisible isolates (U+2068 and U+2069) so that the sentence keeps its order. Returns any other
 * text unchanged.
 */
export function isolate(text: string): string {
  if (!changesDirection.test(text)) return text;
  return `\u2068${isBalanced(text) ? text : text.replaceAll(isolates, '')}\u2069`;
}
