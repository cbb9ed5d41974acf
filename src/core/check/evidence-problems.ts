import * as messages from '#messages/check-entries.ts';
import { isAdded } from '../model/is-added.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { ReportProblem } from './check-ids.ts';

/** Reports a record without claims; one that an overlay adds may have none, if it does not claim to be supported. */
function checkClaims(
  kb: KnowledgeBase,
  owner: string,
  record: Partial<Record<'claims' | 'costClaims', readonly string[]> & { grade: string; basis: string }>,
  report: ReportProblem,
) {
  if (!isAdded(kb, owner)) {
    for (const key of ['claims', 'costClaims'] as const)
      if (record[key]?.length === 0) report(owner, [key], messages.noEvidence);
    return;
  }
  if (record.claims?.length !== 0) return;
  if (record.grade !== undefined && record.grade !== 'C') report(owner, ['grade'], messages.onlyC(record.grade));
  if (record.basis === 'stated') report(owner, ['basis'], messages.onlyInferred);
}

/** Whether everything that is asked or suspected rests on claims of the study, or is an overlay's own. */
export function checkEvidence(kb: KnowledgeBase, report: ReportProblem): void {
  for (const map of ['questions', 'symptoms', 'signals', 'tensions'] as const)
    for (const [id, record] of kb[map]) checkClaims(kb, `${map} ${id}`, record, report);
}
