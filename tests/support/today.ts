import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { packOf } from '../../src/core/model/pack.ts';

const pack = packOf(loadKnowledgeBase());

/** Number of questions of the full assessment. */
export const questionCount = pack.items.length;
/** The version of the pack. */
export const packVersion = pack.version;
/** The current revision of a question. Throws for an unknown id. */
export function revOf(id: string): number {
  const item = pack.items.find((each) => each.id === id);
  if (!item) throw new Error(`There is no question "${id}".`);
  return item.rev;
}
