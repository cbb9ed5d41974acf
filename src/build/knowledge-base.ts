import path from 'node:path';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { PackFile } from '../core/model/pack-schema.ts';
import { formatProblems, readContent } from './read-content.ts';

/** A knowledge base without problems, so with a pack. */
export type WholeKnowledgeBase = KnowledgeBase & { pack: PackFile };

let whole: WholeKnowledgeBase | undefined;

/**
 * The knowledge base of this repository, read once. Throws with all problems listed if content has any,
 * so that a build never shows half of it.
 */
export function loadKnowledgeBase(): WholeKnowledgeBase {
  if (whole) return whole;
  const { kb, problems } = readContent(path.resolve('content'));
  if (problems.length > 0 || !kb.pack) {
    throw new Error(`content/ has ${problems.length} problems; nothing is built from it:\n${formatProblems(problems)}`);
  }
  whole = { ...kb, pack: kb.pack };
  return whole;
}
