/** Maximum nesting depth of objects and lists in a file. */
export const deepestNesting = 12;

/** Whether a value nests objects and lists more than `depth` levels deep. */
export function isNestedDeeper(value: unknown, depth: number = deepestNesting): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isNestedDeeper(part, depth - 1));
}

/** Keys that would let a value pollute the shared object prototype. */
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);
/** Whether a key could change what all objects inherit. */
export const isUnsafeKey = (key: string): boolean => unsafeKeys.has(key);
