import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';
import { checkBody } from './entry-problems.ts';

/** Lists of ids that a key may hold in any file of content/, and what they are ids of. */
const references = [
  { key: 'claims', table: 'claims', noun: 'claim' },
  { key: 'claim', table: 'claims', noun: 'claim' },
  { key: 'participants', table: 'participants', noun: 'participant' },
  { key: 'literature', table: 'literature', noun: 'work' },
  { key: 'entries', table: 'entries', noun: 'entry' },
] as const;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reports dead ids in data of any shape, as far as the names of its keys say what the ids are of. */
function checkData(
  kb: KnowledgeBase,
  owner: string,
  data: unknown,
  place: readonly PropertyKey[],
  report: ReportProblem,
): void {
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const valuePlace = [...place, Array.isArray(data) ? Number(key) : key];
    const reference = references.find((each) => each.key === key);
    if (reference && (isText(value) || (Array.isArray(value) && value.every(isText))))
      checkIds(report, owner, valuePlace, value, kb[reference.table], reference.noun);
    else checkData(kb, owner, value, valuePlace, report);
  }
}

/**
 * Reports dead references in the files that a schema refused, so that they are listed with its complaints and not only
 * once those are settled.
 */
export function checkRefused(kb: KnowledgeBase, report: ReportProblem): void {
  for (const [path, { data, body }] of kb.refusedFiles) {
    const owner = `refused ${path}`;
    checkData(kb, owner, data, [], report);
    if (body) checkBody(kb, owner, body.text, report);
  }
}
