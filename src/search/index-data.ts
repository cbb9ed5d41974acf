import lunr from 'lunr';
import { isStopWord, termsOf, wordsOf } from './analyse.ts';
import { fieldBoosts, type SearchDocument } from './documents.ts';
import { readNumbers, writeNumbers } from './numbers.ts';

/**
 * A prebuilt lunr index as it travels: who has which term, and with what weight. lunr's own form says everything
 * twice, in vectors and in an inverted index, and takes three times the room. Numbers stand in rows, as `numbers.ts`
 * writes them: for each term in order, for each field that has it, for each entry that has it there.
 */
export interface IndexData {
  fields: string[];
  ids: string[];
  /** All terms, in order, each as the length it shares with the one before and its rest: `3ing`. */
  terms: string[];
  /** For each term the number of its fields; for each of these its place and the number of entries. */
  fieldRows: string;
  /** For each entry the gap to the one before it. */
  entryRows: string;
  /** For each entry the step of its weight. */
  weightRows: string;
}

/** Weights travel as steps on a scale of even ratios: a fifth more or less changes no ranking that matters. */
const weightRatio = 1.5;
const toStep = (weight: number): number => Math.max(0, Math.round(Math.log(weight * 10) / Math.log(weightRatio)));
const fromStep = (step: number): number => weightRatio ** step / 10;

/** Shortens a sorted list: each term as the number of letters shared with the one before (base 36) and its rest. */
function frontCode(terms: readonly string[]): string[] {
  return terms.map((term, index) => {
    const before = terms[index - 1] ?? '';
    let shared = 0;
    while (shared < 35 && shared < term.length && term[shared] === before[shared]) shared += 1;
    return shared.toString(36) + term.slice(shared);
  });
}

function frontDecode(coded: readonly string[]): string[] {
  let before = '';
  return coded.map((each) => {
    before = before.slice(0, Number.parseInt(each[0] ?? '0', 36)) + each.slice(1);
    return before;
  });
}

const fields = Object.keys(fieldBoosts) as (keyof typeof fieldBoosts)[];
/** Fields in which stop words count, since "one" or "over" may be all that somebody remembers of a title. */
const everyWord: readonly string[] = ['title', 'names'];
/** Fields that count only for words which no other field of the entry has: they say the same at more length. */
const lesser: readonly string[] = ['practice', 'body'];

/** Share of the documents from which a word in a lesser field tells nothing. */
const commonShare = 0.4;

/** Words that so many documents have that they tell none apart. */
function commonWords(documents: readonly SearchDocument[]): Set<string> {
  const holders = new Map<string, number>();
  for (const document of documents)
    for (const word of new Set(fields.flatMap((field) => wordsOf(document[field]))))
      holders.set(word, (holders.get(word) ?? 0) + 1);
  const limit = Math.max(10, commonShare * documents.length);
  return new Set([...holders].filter(([, count]) => count > limit).map(([word]) => word));
}

/** The terms of one field of a document. */
function termsIn(document: SearchDocument, field: keyof typeof fieldBoosts, common: ReadonlySet<string>): string[] {
  const words = wordsOf(document[field]);
  if (everyWord.includes(field)) return words.flatMap(termsOf);
  const telling = words.filter((word) => !isStopWord(word));
  if (!lesser.includes(field)) return telling.flatMap(termsOf);
  const greater = fields.filter((each) => !lesser.includes(each));
  const said = new Set(greater.flatMap((each) => wordsOf(document[each])));
  return telling.filter((word) => !said.has(word) && !common.has(word)).flatMap(termsOf);
}

/** What lunr's index is, as JSON, as far as it is used here. */
interface LunrJson {
  fieldVectors: [string, number[]][];
  invertedIndex: [string, { _index: number } & Record<string, Record<string, object>>][];
}

/** Builds the index with lunr, and takes from it what has to travel. */
export function buildIndex(documents: readonly SearchDocument[]): IndexData {
  const common = commonWords(documents);
  const builder = new lunr.Builder();
  builder.ref('id');
  for (const field of fields)
    builder.field(field, {
      boost: fieldBoosts[field],
      extractor: (document) => termsIn(document as SearchDocument, field, common),
    });
  builder.b(0.5); // long texts are not better for being long, and titles are all short
  for (const document of documents) builder.add(document);
  const built = builder.build().toJSON() as LunrJson;

  const ids = documents.map(({ id }) => id);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const weights = new Map<string, Map<number, number>>();
  for (const [key, flat] of built.fieldVectors) {
    const pairs = new Map<number, number>();
    for (let at = 0; at < flat.length; at += 2) pairs.set(flat[at] ?? 0, flat[at + 1] ?? 0);
    weights.set(key, pairs);
  }
  const postings = built.invertedIndex.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = { fields: [] as number[], entries: [] as number[], weights: [] as number[] };
  for (const [, posting] of postings) {
    const used = fields.flatMap((field, place) => {
      const holders = Object.keys(posting[field] ?? {}).map((id) => placeOf.get(id) ?? 0);
      return holders.length > 0 ? [{ field, place, holders: holders.toSorted((a, b) => a - b) }] : [];
    });
    rows.fields.push(used.length);
    for (const { field, place, holders } of used) {
      rows.fields.push(place, holders.length);
      holders.forEach((holder, at) => {
        rows.entries.push(holder - (holders[at - 1] ?? 0));
        rows.weights.push(toStep(weights.get(`${field}/${ids[holder]}`)?.get(posting._index) ?? 0));
      });
    }
  }
  return {
    fields,
    ids,
    terms: frontCode(postings.map(([term]) => term)),
    fieldRows: writeNumbers(rows.fields),
    entryRows: writeNumbers(rows.entries),
    weightRows: writeNumbers(rows.weights),
  };
}

/** A lunr index, with the words it knows in order. */
export interface OpenedIndex {
  index: lunr.Index;
  terms: string[];
}

/** The part of lunr that its published types leave out: a set of words that is built one by one. */
interface WordSetBuilder {
  insert(word: string): void;
  finish(): void;
  root: lunr.TokenSet;
}

/** The lunr index of data that travelled. */
export function openIndex(data: IndexData): OpenedIndex {
  const terms = frontDecode(data.terms);
  const [fieldRow, entryRow, weightRow] = [data.fieldRows, data.entryRows, data.weightRows].map(readNumbers);
  let [fieldAt, entryAt] = [0, 0];
  const nextField = () => fieldRow?.[fieldAt++] ?? 0;
  const vectors = new Map<string, number[]>(
    data.fields.flatMap((field) => data.ids.map((id): [string, number[]] => [`${field}/${id}`, []])),
  );
  const words = new (lunr.TokenSet as unknown as { Builder: new () => WordSetBuilder }).Builder();
  const invertedIndex: Record<string, object> = {};
  for (const [place, term] of terms.entries()) {
    const posting: Record<string, Record<string, object>> = Object.fromEntries(data.fields.map((each) => [each, {}]));
    for (let left = nextField(); left > 0; left -= 1) {
      const field = data.fields[nextField()] ?? '';
      let holder = 0;
      for (let count = nextField(); count > 0; count -= 1) {
        holder += entryRow?.[entryAt] ?? 0;
        const id = data.ids[holder] ?? '';
        const held = posting[field];
        if (held) held[id] = {};
        vectors.get(`${field}/${id}`)?.push(place, fromStep(weightRow?.[entryAt] ?? 0));
        entryAt += 1;
      }
    }
    invertedIndex[term] = { _index: place, ...posting };
    words.insert(term);
  }
  words.finish();
  // The published types lag behind lunr: they name `fieldVectors` as an older one did.
  const attributes: object = {
    fieldVectors: Object.fromEntries([...vectors].map(([key, flat]) => [key, new lunr.Vector(flat)])),
    invertedIndex,
    tokenSet: words.root,
    fields: data.fields,
    pipeline: new lunr.Pipeline(),
  };
  return { index: new lunr.Index(attributes as lunr.Index.Attributes), terms };
}
