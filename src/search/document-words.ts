import { wordsOf } from './analyse.ts';
import { fieldBoosts, type SearchDocument } from './documents.ts';

/** A field that is searched. */
export type Field = keyof typeof fieldBoosts;

/** All fields that are searched, in the order of the table of their weights. */
export const fields = Object.keys(fieldBoosts) as Field[];

/** A document with the words of each field, so that every text is split only once. */
export interface DocumentWords {
  id: string;
  wordsOf: Readonly<Record<Field, readonly string[]>>;
}

/** Splits every text of some documents into words, in the same order. */
export const splitDocuments = (documents: readonly SearchDocument[]): DocumentWords[] =>
  documents.map((document) => ({
    id: document.id,
    wordsOf: Object.fromEntries(fields.map((field) => [field, wordsOf(document[field])])) as Record<Field, string[]>,
  }));

/** Keeps the results of a function of a word, since the same words come again and again. */
export function perWord<Result>(compute: (word: string) => Result): (word: string) => Result {
  const results = new Map<string, Result>();
  return (word) => {
    const earlierResult = results.get(word);
    if (earlierResult !== undefined) return earlierResult;
    const result = compute(word);
    results.set(word, result);
    return result;
  };
}
