import { failure, type Result } from '../model/result.ts';

/** What is read from outside is bounded before anything looks into it. The largest honest file stays far below. */
export const jsonLimits = {
  /** Bytes of UTF-8. */
  bytes: 1_048_576,
  /** Objects and lists within each other. */
  depth: 12,
  /** Values in all objects and lists together. */
  values: 20_000,
};
/** Keys by which a value could reach what all objects share. */
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Says that a text is too large to be looked at; undefined where it is not. */
export function sizeProblem(text: string): string | undefined {
  const { bytes } = jsonLimits;
  if (text.length * 3 <= bytes) return undefined;
  const size = text.length > bytes ? text.length : new TextEncoder().encode(text).length;
  return size > bytes
    ? `It has ${text.length > bytes ? 'more than ' : ''}${size} bytes; at most ${bytes} are read. Choose a file that Trivium wrote.`
    : undefined;
}

/** The greatest depth, and the number of commas and colons, of a text that may be JSON; strings do not count. */
function measure(text: string): { depth: number; values: number } {
  let [depth, deepest, values, inString] = [0, 0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (letter === '}' || letter === ']') depth -= 1;
    else if (letter === ',' || letter === ':') values += 1;
  }
  return { depth: deepest, values };
}

/** Takes out, everywhere in a value, the keys by which it could reach what all objects share. */
function dropUnsafeKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    if (unsafeKeys.has(key)) Reflect.deleteProperty(value, key);
    else dropUnsafeKeys(Reflect.get(value, key));
  }
}

/**
 * Parses JSON from outside. Size, depth and number of values are bounded before it is parsed. The keys `__proto__`,
 * `constructor` and `prototype` are left out wherever they stand, so that they stay without effect. Bad input gives a
 * sentence.
 */
export function parseJson(text: string): Result<unknown> {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== undefined) return failure(tooLarge);
  const { depth, values } = measure(text);
  if (depth > jsonLimits.depth) {
    return failure(
      `It is nested ${depth} levels deep; at most ${jsonLimits.depth} are read. Choose a file that Trivium wrote.`,
    );
  }
  if (values > jsonLimits.values) {
    return failure(
      `It holds about ${values} values; at most ${jsonLimits.values} are read. Choose a file that Trivium wrote.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failure(`It is not valid JSON. The parser says: ${(error as Error).message}.`);
  }
  dropUnsafeKeys(value);
  return { ok: true, value };
}
