import * as messages from '#messages/json.ts';
import { failure, type Result } from '../model/result.ts';
import { replaceControls } from '../text/printable.ts';
import { deepestNesting, isUnsafeKey } from './parsed-json.ts';

/** Limits for JSON from outside, checked before it is parsed. The largest file that Trivium writes stays far below. */
export const jsonLimits = {
  /** Bytes of UTF-8. */
  bytes: 1_048_576,
  /** Nesting of objects and lists. */
  depth: deepestNesting,
  /** Values in all objects and lists together. */
  values: 20_000,
};

/** A problem if a text is larger than the limit. */
export function sizeProblem(text: string): string | undefined {
  const { bytes } = jsonLimits;
  if (text.length * 3 <= bytes) return undefined;
  const size = text.length > bytes ? text.length : new TextEncoder().encode(text).length;
  return size > bytes ? messages.tooLarge(size, bytes, text.length > bytes) : undefined;
}

/** The nesting depth of a text that may be JSON, and its number of commas and colons. Ignores the content of strings. */
function measure(text: string): { depth: number; values: number } {
  let [depth, deepest, values, inString] = [0, 0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index];
    if (inString) {
      if (letter === '\\') index += 1;
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

/** Removes the unsafe keys from a value and everything in it. */
function dropUnsafeKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    if (isUnsafeKey(key)) Reflect.deleteProperty(value, key);
    else dropUnsafeKeys(Reflect.get(value, key));
  }
}

/**
 * Parses JSON from outside, after checking its size, depth and number of values. Drops the keys `__proto__`,
 * `constructor` and `prototype` at every level. Bad input gives a sentence.
 */
export function parseJson(text: string): Result<unknown> {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== undefined) return failure(tooLarge);
  if (text.includes('\0')) return failure(messages.zeroBytes);
  const { depth, values } = measure(text);
  if (depth > jsonLimits.depth) {
    return failure(messages.tooDeep(depth, jsonLimits.depth));
  }
  if (values > jsonLimits.values) {
    return failure(messages.tooManyValues(values, jsonLimits.values));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failure(messages.notJson(replaceControls((error as Error).message)));
  }
  dropUnsafeKeys(value);
  return { ok: true, value };
}
