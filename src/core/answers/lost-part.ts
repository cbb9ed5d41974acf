/** A part of answers that could not be read or kept; the rest was. */
export interface LostPart {
  /** Where it was, as `decisions[3].due`. */
  place: string;
  /** The id of the question, practice or signal that it was about, if any. */
  about?: string;
  /** Why, in a sentence. */
  problem: string;
  /** The part as it was, as text. */
  raw: string;
}

/** How deep a value is shown as text. */
const shownDepth = 4;

/** A value without what is nested deeper than can be shown. */
function shallow(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.map((entry) => shallow(entry, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, shallow(field, depth - 1)]));
}

/** A value as text: a text as it is, anything else as JSON, with "…" for what is nested deeply; empty for undefined. */
export const rawText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(shallow(value, shownDepth)) ?? '');

/** Fields that hold the id of what an entry is about. */
export const idFields: readonly string[] = ['item', 'practice', 'signal'];

/** The id of what an entry of a list is about, as a part to spread into a `LostPart`. */
export function aboutOf(entry: object): Pick<LostPart, 'about'> {
  const about = idFields.map((field) => Reflect.get(entry, field)).find((id) => typeof id === 'string');
  return about === undefined ? {} : { about };
}
