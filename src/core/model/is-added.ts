import type { KnowledgeBase } from './knowledge-base.ts';

/**
 * Whether an overlay has added a record, so that it belongs to the organisation.
 * @param owner the record's map and id, as in `questions fallback-models`
 */
export const isAdded = ({ overlay }: Pick<KnowledgeBase, 'overlay'>, owner: string): boolean =>
  overlay?.changes.get(owner) === 'added';
