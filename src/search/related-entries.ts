import { neighboursOf, relationsByEntry, relationsOf } from '../core/knowledge/graph.ts';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import { isStopWord, stemOf, wordsOf } from './analyse.ts';
import type { SearchDocument } from './documents.ts';
import { relatedness } from './weights.ts';

/** An entry related to another one, by index, and the percentage of the other's score that it gets. */
export type RelatedEntry = [entry: number, percentage: number];

/** How much a text is about each stem; the length of the vector is 1. */
type StemVector = ReadonlyMap<string, number>;

/** How often a text has each stem. What an entry says of itself in short counts twice, as it is about nothing else. */
function countStems({ id, kind, practice, hosted, body, ...short }: SearchDocument): Map<string, number> {
  const shortText = Object.values(short).join(' ');
  const counts = new Map<string, number>();
  for (const word of [shortText, shortText, practice, hosted, body].flatMap(wordsOf)) {
    const stem = stemOf(word);
    if (!isStopWord(word)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** The vectors of texts by tf-idf: a stem counts more the oftener the text has it, and the fewer texts do. */
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

/** The cosine of the angle between two vectors: 1 for texts about the same, 0 for texts without a stem in common. */
const similarity = (a: StemVector, b: StemVector): number =>
  [...a].reduce((sum, [stem, weight]) => sum + weight * (b.get(stem) ?? 0), 0);

/**
 * For each entry those that an answer may be found in as well: what eases it or is eased by it, and the entries whose
 * texts are most like its own.
 * @param documents in the order of the index
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
