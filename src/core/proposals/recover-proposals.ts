import * as messages from '#messages/proposals.ts';
import { cutAtLimit } from '../answers/limits.ts';
import type { LostPart } from '../answers/lost-part.ts';
import { packProblemBefore } from '../answers/migrate.ts';
import { type Cut, type RecoveryRules, recoverData } from '../answers/recovery.ts';
import type { PackOutline } from '../model/pack.ts';
import { failure, type Result, success } from '../model/result.ts';
import { carryProposals } from './carry-proposals.ts';
import { parseShape, proposalIdProblems, shapeProblems } from './parse-proposals.ts';
import type { Proposals } from './proposals.ts';
import { proposalLimits } from './proposals-schema.ts';

/** Recovered proposals, and every part that could not be read or belongs to no question. */
export interface RecoveredProposals {
  proposals: Proposals;
  /** Empty if everything could be read. */
  lost: readonly LostPart[];
}

/** Cuts a text that is too long, or a list with too many entries. */
function cut(key: PropertyKey, value: unknown): Cut | undefined {
  if (typeof value === 'string') return cutAtLimit(value);
  const longest = new Map<PropertyKey, number>(Object.entries(proposalLimits)).get(key);
  if (longest === undefined || !Array.isArray(value) || value.length <= longest) return undefined;
  return { head: value.slice(0, longest), tail: value.slice(longest) };
}

const rules: RecoveryRules = {
  containers: new Set(['items', 'reasons', 'answer', 'points', 'source', 'pack']),
  isNeeded: ([field, inner]) =>
    ['format', 'version', 'pack'].includes(String(field)) ||
    (field === 'source' && inner !== 'date' && inner !== 'commit'),
  substitutes: (path, key) => {
    if (key === 'items') return { items: [] };
    return key === 'rev' && path.at(-2) === 'items' ? { rev: 0 } : undefined; // older than every revision
  },
  cut,
};

/**
 * Reads a value as proposals for this version of the pack or an older one, and drops only what cannot be read: a bad
 * field costs that field, a reason without a place that reason, a question that the pack does not have its proposal.
 * Proposals for an older version are carried over (`carryProposals`). Fails, with a sentence for each problem, only if
 * nothing identifies the value as proposals for this pack.
 */
export function recoverProposals(data: unknown, pack: PackOutline): Result<RecoveredProposals> {
  const recovered = recoverData(data, rules, (rest) => {
    const shape = parseShape(rest);
    if (!shape.ok) return shapeProblems(rest);
    return packProblemBefore(shape.value, pack) ?? proposalIdProblems(shape.value, pack);
  });
  if (typeof recovered === 'string') return failure(recovered);
  const shape = parseShape(recovered === undefined ? data : recovered.data);
  if (!shape.ok || recovered === undefined) return shape.ok ? failure(messages.unreadable) : shape;
  const { proposals, lost } = carryProposals(shape.value, pack);
  return success({ proposals, lost: [...recovered.lost, ...lost] });
}
