/** A part of the answers that could not be read or kept, although the rest could. */
export interface LostPart {
  /** Where it was, for example `decisions[3].due`. */
  place: string;
  /** The id of the question, practice or signal that it was about, if any. */
  about?: string;
  /** Why, in a sentence. */
  problem: string;
  /** The original part, as text. */
  raw: string;
}

/** How many levels of a value its text shows. */
const shownDepth = 4;

/** Replaces everything nested deeper than `depth` with "…". */
function shallow(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.map((entry) => shallow(entry, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, shallow(field, depth - 1)]));
}

/** A value as text: strings unchanged, anything else as JSON, with "…" for deep nesting; empty for undefined. */
export const rawText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(shallow(value, shownDepth)) ?? '');

/** Fields that identify what an entry is about. */
export const idFields: readonly string[] = ['item', 'practice', 'signal'];

/** The id of what a list entry is about, ready to spread into a `LostPart`. */
export function aboutOf(entry: object): Pick<LostPart, 'about'> {
  const about = idFields.map((field) => Reflect.get(entry, field)).find((id) => typeof id === 'string');
  return about === undefined ? {} : { about };
}
