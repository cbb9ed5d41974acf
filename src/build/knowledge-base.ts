import path from 'node:path';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { PackFile } from '../core/model/pack-schema.ts';
import { formatProblems, readContent } from './read-content.ts';

/** A knowledge base without problems, so with a pack. */
export type CheckedKnowledgeBase = KnowledgeBase & { pack: PackFile };

let checkedKb: CheckedKnowledgeBase | undefined;

/**
 * The knowledge base of this repository, read once. Throws if the content has problems, with all of them listed, so that
 * no build shows only a part.
 */
export function loadKnowledgeBase(): CheckedKnowledgeBase {
  if (checkedKb) return checkedKb;
  const { kb, problems } = readContent(path.resolve('content'));
  if (problems.length > 0 || !kb.pack) {
    throw new Error(`content/ has ${problems.length} problems; nothing is built from it:\n${formatProblems(problems)}`);
  }
  checkedKb = { ...kb, pack: kb.pack };
  return checkedKb;
}
