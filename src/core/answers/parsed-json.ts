/** How deep objects and lists may be nested in a file. */
export const deepestNesting = 12;

/** Whether a value is nested deeper than `depth` objects and lists. */
export function isNestedDeeper(value: unknown, depth: number = deepestNesting): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isNestedDeeper(part, depth - 1));
}

/** Keys through which a value could change the prototype that all objects share. */
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);
export const isUnsafeKey = (key: string): boolean => unsafeKeys.has(key);
