import type { Entry } from '../model/entry.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Participant } from '../model/study.ts';
import { claimsOf } from './entry-claims.ts';
import { orderedEntries } from './graph.ts';

/** Which entry cites whom: a row for each entry, with a count for each participant in the order of `participants`. */
export interface EvidenceMatrix {
  participants: Participant[];
  rows: { entry: Entry; counts: number[] }[];
}

/** Counts the claims that each entry cites of each participant. A 0 says nothing about what the participant thinks. */
export function evidenceMatrix(kb: KnowledgeBase): EvidenceMatrix {
  const participants = [...kb.participants.values()];
  return {
    participants,
    rows: orderedEntries(kb).map((entry) => {
      const claims = claimsOf(entry).flatMap((id) => kb.claims.get(id) ?? []);
      return {
        entry,
        counts: participants.map(({ id }) => claims.filter((claim) => claim.participants.includes(id)).length),
      };
    }),
  };
}
