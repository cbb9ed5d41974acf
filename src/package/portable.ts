import * as messages from '#messages/package.ts';

// Content as JSON: maps and sets, which JSON does not have, become objects with one key.

/** The keys of objects that stand for a map or a set. */
const [mapKey, setKey] = ['$map', '$set'];

const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype && !(mapKey in value) && !(setKey in value);

/**
 * Data of plain objects, lists, maps, sets and scalars as data that JSON can hold; `fromPortable` gives it back. Throws for
 * anything else, such as a class, so that nothing gets lost silently.
 */
export function toPortable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPortable);
  if (value instanceof Map) return { [mapKey]: [...value].map((entry) => entry.map(toPortable)) };
  if (value instanceof Set) return { [setKey]: [...value].map(toPortable) };
  if (!isPlain(value)) throw new Error(messages.notPortable(value.constructor.name));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPortable(each)]));
}

/** The data that `toPortable` was given. Changes lists and objects in place, because copies take time at every start. */
export function fromPortable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, each] of Object.entries(value))
    if (typeof each === 'object') Reflect.set(value, key, fromPortable(each));
  const [entries, values] = [Reflect.get(value, mapKey), Reflect.get(value, setKey)];
  if (entries !== undefined) return new Map(entries);
  return values === undefined ? value : new Set(values);
}
