import { isStopWord, termsOf } from './analyse.ts';
import { type DocumentWords, type Field, fields, perWord } from './document-words.ts';
import { fieldBoosts } from './documents.ts';
import { frontCode } from './front-coding.ts';
import { type IndexData, weightToStep } from './index-data.ts';
import { writeNumbers } from './numbers.ts';

/** Fields in which stop words count, because "one" or "over" may be all that a person remembers of a title. */
const fieldsWithStopWords: readonly Field[] = ['title', 'names'];
/** Long fields that repeat the others: they count only for words that no other field of the entry has. */
const minorFields: readonly Field[] = ['practice', 'hosted', 'body'];
const majorFields = fields.filter((field) => !minorFields.includes(field));

/** A word that more than this share of the documents have is ignored in minor fields. */
const commonShare = 0.4;

/** Words in so many documents that they do not tell them apart. */
function commonWords(documents: readonly DocumentWords[]): Set<string> {
  const documentCounts = new Map<string, number>();
  for (const { wordsOf } of documents)
    for (const word of new Set(fields.flatMap((field) => wordsOf[field])))
      documentCounts.set(word, (documentCounts.get(word) ?? 0) + 1);
  const limit = Math.max(10, commonShare * documents.length);
  return new Set([...documentCounts].filter(([, count]) => count > limit).map(([word]) => word));
}

/** The words of each field of a document that the index has. */
function indexedWords({ wordsOf }: DocumentWords, common: ReadonlySet<string>): Record<Field, readonly string[]> {
  const majorWords = new Set(majorFields.flatMap((field) => wordsOf[field]));
  const isIndexed = (field: Field, word: string): boolean =>
    fieldsWithStopWords.includes(field) ||
    (!isStopWord(word) && !(minorFields.includes(field) && (majorWords.has(word) || common.has(word))));
  return Object.fromEntries(
    fields.map((field) => [field, wordsOf[field].filter((word) => isIndexed(field, word))]),
  ) as Record<Field, string[]>;
}

/** A field of a document: how often it has each term, and how many terms that are. */
interface FieldTerms {
  entry: number;
  field: Field;
  counts: ReadonlyMap<string, number>;
  length: number;
}

/** Counts the terms of every field of every document, field by field within each document. */
function countTerms(documents: readonly DocumentWords[]): FieldTerms[] {
  const common = commonWords(documents);
  const termsOfWord = perWord(termsOf);
  return documents.flatMap((document, entry) => {
    const words = indexedWords(document, common);
    return fields.map((field): FieldTerms => {
      const terms = words[field].flatMap(termsOfWord);
      const counts = new Map<string, number>();
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      return { entry, field, counts, length: terms.length };
    });
  });
}

/** How soon another occurrence of a term in the same field adds nothing. */
const saturation = 1.2;
/** How much a term counts less in a long field. Long texts are not better for being long, and titles are all short. */
const lengthShare = 0.5;

/** For each term, the weight of each entry that has it, by Okapi BM25 in each field, summed over fields. */
function weighTerms(fieldTerms: readonly FieldTerms[], documentCount: number): Map<string, Map<number, number>> {
  const fieldCounts = new Map<string, number>();
  const totalLengths = new Map<Field, number>();
  for (const { field, counts, length } of fieldTerms) {
    totalLengths.set(field, (totalLengths.get(field) ?? 0) + length);
    for (const term of counts.keys()) fieldCounts.set(term, (fieldCounts.get(term) ?? 0) + 1);
  }
  const rarity = perWord((term) => {
    const count = fieldCounts.get(term) ?? 0; // of fields, so that it may be more than all documents
    return Math.log(1 + Math.abs((documentCount - count + 0.5) / (count + 0.5)));
  });
  const weights = new Map<string, Map<number, number>>();
  for (const { entry, field, counts, length } of fieldTerms) {
    const relativeLength = length / ((totalLengths.get(field) ?? 0) / documentCount);
    const dampening = saturation * (1 - lengthShare + lengthShare * relativeLength);
    for (const [term, count] of counts) {
      const weight = (rarity(term) * ((saturation + 1) * count)) / (dampening + count);
      const posting = weights.get(term) ?? new Map<number, number>();
      posting.set(entry, (posting.get(entry) ?? 0) + Math.round(weight * fieldBoosts[field] * 1000) / 1000);
      weights.set(term, posting);
    }
  }
  return weights;
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
export function buildIndex(documents: readonly DocumentWords[]): IndexData {
  const weights = weighTerms(countTerms(documents), documents.length);
  const byWord = [...weights].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ids: documents.map(({ id }) => id),
    terms: frontCode(byWord.map(([term]) => term)).join(' '),
    ...rowsOf(byWord.map(([, posting]) => [...posting])),
  };
}
