import { type Candidate, hasHighStakes, type RankingInput } from '../assessment/moves.ts';
import { isUnsafeLevel } from '../assessment/rating.ts';
import type { VariableId } from '../model/ids.ts';
import { packIndex } from '../model/pack-index.ts';

/** One reason for the priority of a move. */
export type MoveReason =
  | { kind: 'unknown' }
  | { kind: 'gap'; levels: number }
  | { kind: 'safety' }
  | { kind: 'lowest'; variable: VariableId }
  | { kind: 'eases'; signals: string[] }
  | { kind: 'needed-by'; practices: string[] }
  | { kind: 'target'; reason: string };

/** The reasons for a move's priority, in the order in which a report lists them. */
export function moveReasons(
  { practice, from, target, eases, neededBy, targetReason }: Candidate & { targetReason: string | null },
  { pack, lowest, settings }: RankingInput,
): MoveReason[] {
  const item = packIndex(pack).item(practice);
  const isUnsafe = item?.safety === true && isUnsafeLevel(from, hasHighStakes(settings), pack.constants);
  const lowestVariable = lowest.find((variable) => variable === item?.variable);
  return [
    from === null ? { kind: 'unknown' as const } : { kind: 'gap' as const, levels: target - from },
    ...(isUnsafe ? [{ kind: 'safety' as const }] : []),
    ...(lowestVariable ? [{ kind: 'lowest' as const, variable: lowestVariable }] : []),
    ...(eases.length > 0 ? [{ kind: 'eases' as const, signals: eases }] : []),
    ...(neededBy.length > 0 ? [{ kind: 'needed-by' as const, practices: neededBy }] : []),
    ...(targetReason === null || targetReason === '' ? [] : [{ kind: 'target' as const, reason: targetReason }]),
  ];
}
