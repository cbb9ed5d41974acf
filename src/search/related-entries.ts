import { neighboursOf, relationsByEntry, relationsOf } from '../core/knowledge/graph.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import { isStopWord, stemOf } from './analyse.ts';
import { type DocumentWords, fields, perWord } from './document-words.ts';
import { relatedness } from './weights.ts';

/** A related entry, by index, and the percentage of the original entry's score that it receives. */
export type RelatedEntry = [entry: number, percentage: number];

/** The weight of each stem in a text, as a unit vector. */
type StemVector = ReadonlyMap<string, number>;

/** Fields about more than the entry itself. Those of the others count twice. */
const longFields: readonly string[] = ['practice', 'hosted', 'body'];
const fieldsToCount = [...fields.filter((field) => !longFields.includes(field)), ...fields];

/** A stem in more entries says nothing about which are alike; with fewer entries than that, every stem counts. */
const mostEntries = 400;

/** Counts each stem of a document. */
function countStems({ wordsOf }: DocumentWords, stem: (word: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of fieldsToCount.flatMap((field) => wordsOf[field]))
    if (!isStopWord(word)) counts.set(stem(word), (counts.get(stem(word)) ?? 0) + 1);
  return counts;
}

/** The tf-idf vectors of texts: a stem weighs more if it is frequent in the text and rare in others. */
function stemVectors(documents: readonly DocumentWords[]): StemVector[] {
  const stem = perWord(stemOf);
  const counts = documents.map((document) => countStems(document, stem));
  const documentCounts = new Map<string, number>();
  for (const each of counts)
    for (const stem of each.keys()) documentCounts.set(stem, (documentCounts.get(stem) ?? 0) + 1);
  return counts.map((each) => {
    const weights = [...each].map(([known, count]): [string, number] => [
      known,
      Math.log(1 + count) * Math.log(documents.length / (documentCounts.get(known) ?? 1)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return new Map(weights.map(([known, weight]) => [known, weight / length]));
  });
}

/** The entries that have each stem, with its weight. Stems of too many entries are left out. */
function entriesByStem(vectors: readonly StemVector[]): Map<string, [entry: number, weight: number][]> {
  const byStem = new Map<string, [number, number][]>();
  vectors.forEach((vector, entry) => {
    for (const [stem, weight] of vector) {
      const list = byStem.get(stem);
      if (list) list.push([entry, weight]);
      else byStem.set(stem, [[entry, weight]]);
    }
  });
  for (const [stem, { length }] of byStem) if (length > mostEntries) byStem.delete(stem);
  return byStem;
}

/**
 * How alike each entry is to one, as the cosine of the vectors: 1 for texts about the same thing, 0 for the entry
 * itself.
 */
function likenessTo(
  entry: number,
  vectors: readonly StemVector[],
  byStem: ReadonlyMap<string, readonly (readonly [number, number])[]>,
): Float64Array {
  const likeness = new Float64Array(vectors.length);
  for (const [stem, weight] of vectors[entry] ?? [])
    for (const [other, otherWeight] of byStem.get(stem) ?? [])
      likeness[other] = (likeness[other] ?? 0) + weight * otherWeight;
  likeness[entry] = 0;
  return likeness;
}

/** The likeness that the most similar entries have at least; 0 if fewer are alike at all. */
const leastOf = (likeness: Float64Array): number =>
  likeness.filter((alike) => alike > 0).toSorted((a, b) => b - a)[relatedness.similarCount - 1] ?? 0;

/**
 * For each entry, others that may also hold an answer: what eases it or is eased by it, and the entries with the most
 * similar texts.
 * @param documents in index order
 */
export function relatedEntries(kb: KnowledgeBase, documents: readonly DocumentWords[]): RelatedEntry[][] {
  const easing = relationsByEntry(relationsOf(kb).filter(({ kind }) => kind === 'eases'));
  const indexById = new Map(documents.map(({ id }, index) => [id, index]));
  const vectors = stemVectors(documents);
  const byStem = entriesByStem(vectors);
  return documents.map(({ id }, index) => {
    const eased = new Set(neighboursOf(id, easing.get(id) ?? []).map((neighbour) => indexById.get(neighbour.id)));
    const likeness = likenessTo(index, vectors, byStem);
    const least = leastOf(likeness);
    const related: RelatedEntry[] = [];
    likeness.forEach((alike, entry) => {
      const share = (eased.has(entry) ? relatedness.easing : 0) + (alike >= least ? relatedness.similar * alike : 0);
      if (share > 0 && entry !== index) related.push([entry, Math.round(100 * share)]);
    });
    return related;
  });
}
