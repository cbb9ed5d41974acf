/** Counts words as a reader would. */
export const countWords = (value: string): number => value.split(/\s+/).filter(Boolean).length;
