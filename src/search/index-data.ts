/**
 * A prebuilt lunr index as the site serves it: which entry has which term in which field, and with what weight. lunr's
 * own JSON repeats all this in vectors and in an inverted index, and is three times as large. Numbers are in rows
 * (`numbers.ts`): for each term in order, for each field that has it, for each entry that has it in that field.
 */
export interface IndexData {
  fields: string[];
  ids: string[];
  /**
   * All terms, in order, front-coded and separated by spaces: each as the length it shares with the one before, and its
   * rest, as in `3ing`. One text compresses better than a JSON list.
   */
  terms: string;
  /** For each term the number of its fields, then for each field its index and its number of entries. */
  fieldRows: string;
  /** For each entry the distance from the index of the one before. */
  entryRows: string;
  /** For each entry the step of its weight. */
  weightRows: string;
}

/** Weights are rounded to steps of this ratio. A fifth more or less changes no ranking that matters. */
const weightRatio = 1.5;
/** The step of a weight. */
export const weightToStep = (weight: number): number =>
  Math.max(0, Math.round(Math.log(weight * 10) / Math.log(weightRatio)));
/** The weight of a step. */
export const stepToWeight = (step: number): number => weightRatio ** step / 10;
