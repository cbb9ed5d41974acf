import type { Parsed } from './assessment/answers.ts';
import { placeOf, show } from './problem.ts';

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

const refuse = (sentence: string): { ok: false; problems: string[] } => ({ ok: false, problems: [sentence] });

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

/** The path of the first key that no file may have; undefined where there is none. */
function unsafePath(value: unknown): (string | number)[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of Object.keys(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (unsafeKeys.has(key)) return [step];
    const inner = unsafePath(Reflect.get(value, key));
    if (inner) return [step, ...inner];
  }
  return undefined;
}

/**
 * Parses JSON from outside. Size, depth and number of values are bounded before it is parsed; a key that could reach
 * what all objects share is refused. Bad input gives a sentence.
 */
export function parseJson(text: string): Parsed<unknown> {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== undefined) return refuse(tooLarge);
  const { depth, values } = measure(text);
  if (depth > jsonLimits.depth) {
    return refuse(
      `It is nested ${depth} levels deep; at most ${jsonLimits.depth} are read. Choose a file that Trivium wrote.`,
    );
  }
  if (values > jsonLimits.values) {
    return refuse(
      `It holds about ${values} values; at most ${jsonLimits.values} are read. Choose a file that Trivium wrote.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(`It is not valid JSON: ${(error as Error).message}.`);
  }
  const unsafe = unsafePath(value);
  if (unsafe === undefined) return { ok: true, value };
  return refuse(`${placeOf(unsafe)}: The key ${show(unsafe.at(-1))} may not stand in a file of answers. Remove it.`);
}
