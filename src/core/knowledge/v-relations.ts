import { type VariableId, variableIds } from '../model/ids.ts';
import type { Claim } from '../model/study.ts';

/** Two Vs, and the claims that call them a tension or a synergy. */
export interface VRelation {
  between: readonly [VariableId, VariableId];
  relation: 'tension' | 'synergy';
  claims: Claim[];
}

/** The V of 2022 that a claim's variable stands for: Visibility is the later name of Validation. */
const asVariable = (name: Claim['variables'][number]): VariableId => (name === 'visibility' ? 'validation' : name);

/**
 * Every pair of Vs with the claims that relate them, tensions before synergies; pairs that no claim relates included.
 * A claim that names three Vs relates the first two: the ledger names the related ones first.
 */
export function relationsOfVs(claims: Iterable<Claim>): VRelation[] {
  const all = [...claims].filter(({ relation }) => relation !== 'none');
  const pairs = variableIds.flatMap((first, at) => variableIds.slice(at + 1).map((second) => [first, second] as const));
  return pairs.flatMap((between) =>
    (['tension', 'synergy'] as const).map((relation) => ({
      between,
      relation,
      claims: all.filter(
        (claim) =>
          claim.relation === relation &&
          between.every((id) => claim.variables.slice(0, 2).map(asVariable).includes(id)),
      ),
    })),
  );
}
