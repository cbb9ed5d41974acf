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
const minorFields: readonly Field[] = ['practice', 'hosted', 'body'];
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

/** The parts of lunr's JSON that are used here. lunr documents the JSON as opaque, so its types leave them out. */
interface LunrJson {
  /** Terms and weights of each field of each document (`title/some-id`): index of a term, its weight, and so on. */
  fieldVectors: [key: string, vector: number[]][];
  /** All terms with their indexes. */
  invertedIndex: [term: string, posting: { _index: number }][];
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

/** For each lunr term, the weight of each entry that contains it, summed over fields. */
function sumWeights({ fieldVectors }: LunrJson, ids: readonly string[]): Map<number, Map<number, number>> {
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const sums = new Map<number, Map<number, number>>();
  for (const [key, vector] of fieldVectors) {
    const entry = indexOf.get(key.slice(key.indexOf('/') + 1)) ?? 0;
    for (let place = 0; place < vector.length; place += 2) {
      const [term = 0, weight = 0] = vector.slice(place, place + 2);
      const posting = sums.get(term) ?? new Map<number, number>();
      sums.set(term, posting.set(entry, (posting.get(entry) ?? 0) + weight));
    }
  }
  return sums;
}

/** Encodes the entries of each term as rows of numbers. */
function rowsOf(postings: readonly [entry: number, weight: number][][]) {
  return {
    countRows: writeNumbers(postings.map(({ length }) => length)),
    entryRows: writeNumbers(
      postings.flatMap((posting) => posting.map(([entry], nth) => entry - (posting[nth - 1]?.[0] ?? 0))),
    ),
    weightRows: writeNumbers(postings.flatMap((posting) => posting.map(([, weight]) => weightToStep(weight)))),
  };
}

/** Builds the index of documents in the form that the site serves. */
export function buildIndex(documents: readonly SearchDocument[]): IndexData {
  const built = buildWithLunr(documents);
  const ids = documents.map(({ id }) => id);
  const sums = sumWeights(built, ids);
  const sorted = built.invertedIndex.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const postings = sorted.map(([, { _index }]) => [...(sums.get(_index) ?? [])].toSorted(([a], [b]) => a - b));
  return { ids, terms: frontCode(sorted.map(([term]) => term)).join(' '), ...rowsOf(postings) };
}
