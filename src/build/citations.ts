import * as messages from '#messages/build.ts';
import type { Citation } from '../app/shared/view-data.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';

/** Who made a claim, and in which section of the study. Throws for an unknown claim. */
export function citationOf(claimId: string): Citation {
  const claim = loadKnowledgeBase().claims.get(claimId);
  if (!claim) throw new Error(messages.noClaim(claimId));
  const { source, section, participants } = claim;
  return { id: claimId, source, section, participants };
}

/** The citations of claims, in order. Claims with the same section and speakers read alike, so only the first stays. */
export function citationsOf(claimIds: readonly string[]): Citation[] {
  const bySource = new Map<string, Citation>();
  for (const citation of claimIds.map(citationOf)) {
    const source = [citation.source, citation.section, ...citation.participants].join(' ');
    if (!bySource.has(source)) bySource.set(source, citation);
  }
  return [...bySource.values()];
}
