import { getEnvironmentData } from 'node:worker_threads';
import { type CheckedKnowledgeBase, readKnowledgeBase } from './source.ts';

let checkedKb: CheckedKnowledgeBase | undefined;

/** The key of the environment data under which a build hands over the knowledge base that another thread has read. */
export const knowledgeBaseKey = 'trivium knowledge base';

/**
 * The knowledge base of this repository, read once. Throws if the content has problems, with all of them listed, so that
 * no build shows only a part. It does not say where each part was read, which only problems need.
 */
export function loadKnowledgeBase(): CheckedKnowledgeBase {
  checkedKb ??= (getEnvironmentData(knowledgeBaseKey) as CheckedKnowledgeBase | undefined) ?? readKnowledgeBase();
  return checkedKb;
}
