import { claimsOf } from '../../core/knowledge/entry-claims.ts';
import type { Entry } from '../../core/model/entry.ts';
import type { Claim, Participant } from '../../core/model/study.ts';
import { entries } from '../entries.ts';
import { loadKnowledgeBase } from '../knowledge-base.ts';

const kb = loadKnowledgeBase();

/** Every participant, in the order of the study. */
export const participants: readonly Participant[] = [...kb.participants.values()];

/** The claims that cite a participant. */
export const claimsCiting = (participantId: string): Claim[] =>
  [...kb.claims.values()].filter((claim) => claim.participants.includes(participantId));

/** The claims of every entry, found once for the pages of all participants. */
const claimsByEntry = entries.map((entry) => ({ entry, claims: claimsOf(entry) }));

/** The entries that cite any of these claims. */
export function entriesCiting(claims: readonly Claim[]): Entry[] {
  const claimIds = new Set(claims.map(({ id }) => id));
  return claimsByEntry.filter((each) => each.claims.some((id) => claimIds.has(id))).map(({ entry }) => entry);
}

/** The ids of the previous and the next participant; undefined at either end. */
export function adjacentParticipants(id: string): { previous: string | undefined; next: string | undefined } {
  const index = participants.findIndex((participant) => participant.id === id);
  return { previous: participants[index - 1]?.id, next: participants[index + 1]?.id };
}
