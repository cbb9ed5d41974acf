import lunr from 'lunr';
import { frontDecode } from './front-coding.ts';
import { type IndexData, stepToWeight } from './index-data.ts';
import { readNumbers } from './numbers.ts';

/** A lunr index and all its terms, in order. */
export interface OpenedIndex {
  index: lunr.Index;
  terms: string[];
}

/** One occurrence of a term: the entry and field that have it, and its weight there. */
interface Occurrence {
  field: string;
  id: string;
  weight: number;
}

/** The occurrences of each term, term by term. */
function* occurrencesByTerm(data: IndexData, termCount: number): Generator<Occurrence[]> {
  const fieldNumbers = readNumbers(data.fieldRows).values();
  const entryGaps = readNumbers(data.entryRows).values();
  const weightSteps = readNumbers(data.weightRows).values();
  const next = (numbers: Iterator<number>): number => numbers.next().value ?? 0;
  for (let term = 0; term < termCount; term += 1) {
    const occurrences: Occurrence[] = [];
    for (let fieldCount = next(fieldNumbers); fieldCount > 0; fieldCount -= 1) {
      const field = data.fields[next(fieldNumbers)] ?? '';
      let entry = 0;
      for (let entryCount = next(fieldNumbers); entryCount > 0; entryCount -= 1) {
        entry += next(entryGaps);
        occurrences.push({ field, id: data.ids[entry] ?? '', weight: stepToWeight(next(weightSteps)) });
      }
    }
    yield occurrences;
  }
}

/** lunr's own builder of term sets. Its published types leave it out; `fromArray` would check the order once more. */
interface TokenSetBuilder {
  insert(word: string): void;
  finish(): void;
  root: lunr.TokenSet;
}
const { Builder: TokenSetBuilder } = lunr.TokenSet as unknown as { Builder: new () => TokenSetBuilder };

/** Builds the set of terms that lunr searches for prefixes and typos. */
function tokenSetOf(terms: readonly string[]): lunr.TokenSet {
  const builder = new TokenSetBuilder();
  for (const term of terms) builder.insert(term);
  builder.finish();
  return builder.root;
}

/** Makes a lunr index from the data that the site serves. */
export function openIndex(data: IndexData): OpenedIndex {
  const terms = frontDecode(data.terms.split(' '));
  const vectors = new Map<string, number[]>(
    data.fields.flatMap((field) => data.ids.map((id): [string, number[]] => [`${field}/${id}`, []])),
  );
  const invertedIndex: Record<string, object> = {};
  let termIndex = 0;
  for (const occurrences of occurrencesByTerm(data, terms.length)) {
    const posting: Record<string, Record<string, object>> = Object.fromEntries(data.fields.map((field) => [field, {}]));
    for (const { field, id, weight } of occurrences) {
      const entries = posting[field];
      if (entries) entries[id] = {};
      vectors.get(`${field}/${id}`)?.push(termIndex, weight);
    }
    invertedIndex[terms[termIndex] ?? ''] = { _index: termIndex, ...posting };
    termIndex += 1;
  }
  // The published types call `fieldVectors` by its name in an older lunr, so the attributes need a cast.
  const attributes: object = {
    fieldVectors: Object.fromEntries([...vectors].map(([key, vector]) => [key, new lunr.Vector(vector)])),
    invertedIndex,
    tokenSet: tokenSetOf(terms),
    fields: data.fields,
    pipeline: new lunr.Pipeline(),
  };
  return { index: new lunr.Index(attributes as lunr.Index.Attributes), terms };
}
