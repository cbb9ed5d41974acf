import path from 'node:path';
import { getEnvironmentData } from 'node:worker_threads';
import type { KnowledgeBase } from '../core/model/knowledge-base.ts';
import type { PackFile } from '../core/model/pack-schema.ts';
import { formatProblems, readContent } from './read-content.ts';

/** A knowledge base without problems, so with a pack. */
export type CheckedKnowledgeBase = KnowledgeBase & { pack: PackFile };

let checkedKb: CheckedKnowledgeBase | undefined;

/** The key of the environment data under which a build hands over the knowledge base that another thread has read. */
export const knowledgeBaseKey = 'trivium knowledge base';

/** Reads the content folder. Throws if it has problems, with all of them listed. */
function readChecked(): CheckedKnowledgeBase {
  const { kb, problems } = readContent(path.resolve('content'));
  if (problems.length > 0 || !kb.pack)
    throw new Error(`content/ has ${problems.length} problems; nothing is built from it:\n${formatProblems(problems)}`);
  return { ...kb, pack: kb.pack, origins: new Map() };
}

/**
 * The knowledge base of this repository, read once. Throws if the content has problems, with all of them listed, so that
 * no build shows only a part. It does not say where each part was read, which only problems need.
 */
export function loadKnowledgeBase(): CheckedKnowledgeBase {
  checkedKb ??= (getEnvironmentData(knowledgeBaseKey) as CheckedKnowledgeBase | undefined) ?? readChecked();
  return checkedKb;
}
