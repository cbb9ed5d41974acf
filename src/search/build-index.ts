import lunr from 'lunr';
import { isStopWord, termsOf, wordsOf } from './analyse.ts';
import { fieldBoosts, type SearchDocument } from './documents.ts';
import { frontCode } from './front-coding.ts';
import { type IndexData, weightToStep } from './index-data.ts';
import { writeNumbers } from './numbers.ts';

type Field = keyof typeof fieldBoosts;
const fields = Object.keys(fieldBoosts) as Field[];
/** Fields in which stop words count, because "one" or "over" may be all that a person remembers of a title. */
const fieldsWithStopWords: readonly Field[] = ['title', 'names'];
/** Long fields that repeat the others: they count only for words that no other field of the entry has. */
const minorFields: readonly Field[] = ['practice', 'body'];
const majorFields = fields.filter((field) => !minorFields.includes(field));

/** A word that more than this share of the documents have is ignored in minor fields. */
const commonShare = 0.4;

/** Words in so many documents that they do not tell them apart. */
function commonWords(documents: readonly SearchDocument[]): Set<string> {
  const documentCounts = new Map<string, number>();
  for (const document of documents)
    for (const word of new Set(fields.flatMap((field) => wordsOf(document[field]))))
      documentCounts.set(word, (documentCounts.get(word) ?? 0) + 1);
  const limit = Math.max(10, commonShare * documents.length);
  return new Set([...documentCounts].filter(([, count]) => count > limit).map(([word]) => word));
}

/** The terms of one field of a document. */
function termsOfField(document: SearchDocument, field: Field, common: ReadonlySet<string>): string[] {
  const words = wordsOf(document[field]);
  if (fieldsWithStopWords.includes(field)) return words.flatMap(termsOf);
  const contentWords = words.filter((word) => !isStopWord(word));
  if (!minorFields.includes(field)) return contentWords.flatMap(termsOf);
  const majorWords = new Set(majorFields.flatMap((major) => wordsOf(document[major])));
  return contentWords.filter((word) => !majorWords.has(word) && !common.has(word)).flatMap(termsOf);
}

type Posting = { _index: number } & Record<string, Record<string, object>>;
/** The parts of lunr's JSON that are used here. lunr documents the JSON as opaque, so its types leave them out. */
interface LunrJson {
  /** Terms and weights of each field of each document (`title/some-id`): index of a term, its weight, and so on. */
  fieldVectors: [key: string, vector: number[]][];
  /** For each term its index, and by field the ids of the documents that have it. */
  invertedIndex: [term: string, posting: Posting][];
}

/** Builds an index with lunr. */
function buildWithLunr(documents: readonly SearchDocument[]): LunrJson {
  const common = commonWords(documents);
  const builder = new lunr.Builder();
  builder.ref('id');
  for (const field of fields)
    builder.field(field, {
      boost: fieldBoosts[field],
      extractor: (document) => termsOfField(document as SearchDocument, field, common),
    });
  builder.b(0.5); // long texts are not better for being long, and titles are all short
  for (const document of documents) builder.add(document);
  return builder.build().toJSON() as LunrJson;
}

/** The weights of a vector, by the index of their term. */
function weightsOf(vector: readonly number[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (let index = 0; index < vector.length; index += 2) weights.set(vector[index] ?? 0, vector[index + 1] ?? 0);
  return weights;
}

/** Writes the postings in rows of numbers: for each term, for each of its fields, for each of its entries. */
function rowsOf(postings: readonly Posting[], fieldVectors: LunrJson['fieldVectors'], ids: readonly string[]) {
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const weights = new Map(fieldVectors.map(([key, vector]) => [key, weightsOf(vector)]));
  const rows = { fields: [] as number[], entries: [] as number[], weights: [] as number[] };
  for (const posting of postings) {
    const fieldEntries = fields.flatMap((field, fieldIndex) => {
      const entries = Object.keys(posting[field] ?? {}).map((id) => indexOf.get(id) ?? 0);
      return entries.length > 0 ? [{ field, fieldIndex, entries: entries.toSorted((a, b) => a - b) }] : [];
    });
    rows.fields.push(fieldEntries.length);
    for (const { field, fieldIndex, entries } of fieldEntries) {
      rows.fields.push(fieldIndex, entries.length);
      entries.forEach((entry, nth) => {
        rows.entries.push(entry - (entries[nth - 1] ?? 0));
        rows.weights.push(weightToStep(weights.get(`${field}/${ids[entry]}`)?.get(posting._index) ?? 0));
      });
    }
  }
  return rows;
}

/** Builds the index of documents in the form that the site serves. */
export function buildIndex(documents: readonly SearchDocument[]): IndexData {
  const { fieldVectors, invertedIndex } = buildWithLunr(documents);
  const sorted = invertedIndex.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const ids = documents.map(({ id }) => id);
  const rows = rowsOf(
    sorted.map(([, posting]) => posting),
    fieldVectors,
    ids,
  );
  return {
    fields,
    ids,
    terms: frontCode(sorted.map(([term]) => term)).join(' '),
    fieldRows: writeNumbers(rows.fields),
    entryRows: writeNumbers(rows.entries),
    weightRows: writeNumbers(rows.weights),
  };
}
