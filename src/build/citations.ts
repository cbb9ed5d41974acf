import type { Citation } from '../app/shared/view-data.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';

/** Who made a claim, and in which section of the study. Throws for an unknown claim. */
export function citationOf(claimId: string): Citation {
  const claim = loadKnowledgeBase().claims.get(claimId);
  if (!claim) throw new Error(`There is no claim "${claimId}".`);
  const { source, section, participants } = claim;
  return { id: claimId, source, section, participants };
}
