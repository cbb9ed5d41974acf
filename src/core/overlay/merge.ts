// Lays the data of one file over that of another.

import { isObject } from '../model/is-object.ts';

type Data = Readonly<Record<string, unknown>>;
/** A path into data, as in `['moves', 'start', 'title']`. */
export type Place = readonly PropertyKey[];

const idOf = (value: unknown): unknown => (isObject(value) ? value['id'] : undefined);

/** Whether a list holds records with ids, which are laid over one by one; other lists are replaced as a whole. */
const isRecordList = (value: unknown): value is Data[] =>
  Array.isArray(value) && value.length > 0 && value.every((record) => typeof idOf(record) === 'string');

/** Two lists of records: same ids are laid over, new ones come after the others. */
function mergeRecords(base: readonly Data[], overlay: readonly unknown[]): unknown[] {
  const overlayById = new Map(overlay.map((record) => [idOf(record), record]));
  const baseIds = new Set(base.map(idOf));
  return [
    ...base.map((record) => (overlayById.has(idOf(record)) ? merge(record, overlayById.get(idOf(record))) : record)),
    ...overlay.filter((record) => !baseIds.has(idOf(record))),
  ];
}

/** Two records, key by key. Null removes a key. */
function mergeData(base: Data, overlay: Data): Data {
  const baseEntries = Object.entries(base).filter(([key]) => overlay[key] !== null);
  const overlayEntries = Object.entries(overlay).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(baseEntries),
    ...Object.fromEntries(overlayEntries.map(([key, value]) => [key, merge(base[key], value)])),
  };
}

/**
 * Lays a value over another: records key by key, where null removes a key; lists of records by their ids; everything
 * else is replaced.
 */
export function merge(base: unknown, overlay: unknown): unknown {
  if (isRecordList(base) && Array.isArray(overlay)) return mergeRecords(base, overlay);
  return isObject(base) && isObject(overlay) ? mergeData(base, overlay) : overlay;
}

/** Whether two values are the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key], other[key]));
}

/** The step into a side that leads to the same thing as a step into the merged data. */
function stepInto(side: unknown, merged: unknown, step: PropertyKey): PropertyKey | undefined {
  if (!Array.isArray(side) || !Array.isArray(merged))
    return isObject(side) && Object.hasOwn(side, step) ? step : undefined;
  const record = merged[Number(step)];
  const index = side.findIndex((each) =>
    idOf(record) === undefined ? isSame(each, record) : idOf(each) === idOf(record),
  );
  return index < 0 ? undefined : index;
}

/** As much of a place in merged data as one of its two sides has, as a place in that side. */
export function placeIn(side: unknown, merged: unknown, place: Place): Place {
  const sidePlace: PropertyKey[] = [];
  let [sideValue, mergedValue] = [side, merged];
  for (const step of place) {
    const sideStep = stepInto(sideValue, mergedValue, step);
    if (sideStep === undefined) break;
    sidePlace.push(sideStep);
    sideValue = Reflect.get(sideValue as object, sideStep);
    mergedValue = isObject(mergedValue) || Array.isArray(mergedValue) ? Reflect.get(mergedValue, step) : undefined;
  }
  return sidePlace;
}

/** The names of the keys in which laid-over data differs from what was there. */
export const changedKeys = (base: unknown, overlay: unknown): string[] =>
  isObject(overlay)
    ? Object.keys(overlay).filter((key) => !isSame(isObject(base) ? base[key] : undefined, overlay[key] ?? undefined))
    : [];
