/**
 * A prebuilt index as the site serves it: which entry contains which term, and its weight summed over all fields.
 * Rows of numbers (`numbers.ts`) list, for each term in order, each entry that contains it.
 */
export interface IndexData {
  ids: string[];
  /**
   * All terms, in order, front-coded and separated by spaces: each as the length it shares with the one before, and its
   * rest, as in `3ing`. One text compresses better than a JSON list.
   */
  terms: string;
  /** For each term, the number of its entries. */
  countRows: string;
  /** For each entry the distance from the index of the one before. */
  entryRows: string;
  /** For each entry the step of its weight. */
  weightRows: string;
}

/** Weights are rounded to steps of this ratio. A difference of a tenth changes no ranking that matters. */
const weightRatio = 1.25;
/** The step of a weight. */
export const weightToStep = (weight: number): number =>
  Math.max(0, Math.round(Math.log(weight * 10) / Math.log(weightRatio)));
/** The weight of a step. */
export const stepToWeight = (step: number): number => weightRatio ** step / 10;
