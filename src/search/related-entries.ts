import { neighboursOf, relationsByEntry, relationsOf } from '../core/knowledge/graph.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import { isStopWord, stemOf, wordsOf } from './analyse.ts';
import type { SearchDocument } from './documents.ts';
import { relatedness } from './weights.ts';

/** A related entry, by index, and the percentage of the original entry's score that it receives. */
export type RelatedEntry = [entry: number, percentage: number];

/** The weight of each stem in a text, as a unit vector. */
type StemVector = ReadonlyMap<string, number>;

/** Counts each stem of a text. An entry's short texts count twice, because they are only about the entry itself. */
function countStems({ id, kind, practice, hosted, body, ...short }: SearchDocument): Map<string, number> {
  const shortText = Object.values(short).join(' ');
  const counts = new Map<string, number>();
  for (const word of [shortText, shortText, practice, hosted, body].flatMap(wordsOf)) {
    const stem = stemOf(word);
    if (!isStopWord(word)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** The tf-idf vectors of texts: a stem weighs more if it is frequent in the text and rare in others. */
function stemVectors(documents: readonly SearchDocument[]): StemVector[] {
  const counts = documents.map(countStems);
  const documentCounts = new Map<string, number>();
  for (const stem of counts.flatMap((each) => [...each.keys()]))
    documentCounts.set(stem, (documentCounts.get(stem) ?? 0) + 1);
  return counts.map((each) => {
    const weights = [...each].map(([stem, count]): [string, number] => [
      stem,
      Math.log(1 + count) * Math.log(documents.length / (documentCounts.get(stem) ?? 1)),
    ]);
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
  });
}

/** The cosine similarity of two vectors: 1 for texts about the same thing, 0 for texts without a common stem. */
const similarity = (a: StemVector, b: StemVector): number =>
  [...a].reduce((sum, [stem, weight]) => sum + weight * (b.get(stem) ?? 0), 0);

/**
 * For each entry, others that may also hold an answer: what eases it or is eased by it, and the entries with the most
 * similar texts.
 * @param documents in index order
 */
export function relatedEntries(kb: KnowledgeBase, documents: readonly SearchDocument[]): RelatedEntry[][] {
  const easing = relationsByEntry(relationsOf(kb).filter(({ kind }) => kind === 'eases'));
  const vectors = stemVectors(documents);
  return documents.map(({ id }, index) => {
    const eased = new Set(neighboursOf(id, easing.get(id) ?? []).map((neighbour) => neighbour.id));
    const likeness = vectors.map((vector, other) =>
      other === index ? 0 : similarity(vector, vectors[index] ?? vector),
    );
    const leastLikeness = likeness.toSorted((a, b) => b - a)[relatedness.similarCount - 1] ?? 0;
    return documents.flatMap((other, entry): RelatedEntry[] => {
      const alike = likeness[entry] ?? 0;
      const share =
        (eased.has(other.id) ? relatedness.easing : 0) + (alike >= leastLikeness ? relatedness.similar * alike : 0);
      return share > 0 && entry !== index ? [[entry, Math.round(100 * share)]] : [];
    });
  });
}
