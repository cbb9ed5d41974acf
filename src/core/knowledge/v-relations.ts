import { type VariableId, variableIds } from '../model/ids.ts';
import type { Claim } from '../model/study.ts';

/** Two Vs, with the claims that call their relation a tension or a synergy. */
export interface VRelation {
  between: readonly [VariableId, VariableId];
  relation: 'tension' | 'synergy';
  claims: Claim[];
}

/** The V of a claim by its 2022 name: Visibility is the later name of Validation. */
const variableOf = (name: Claim['variables'][number]): VariableId => (name === 'visibility' ? 'validation' : name);

/**
 * Every pair of Vs with the claims that relate them, tensions before synergies. Includes pairs without claims. A claim that
 * names three Vs relates the first two: the ledger lists the related ones first.
 */
export function relationsOfVs(claims: Iterable<Claim>): VRelation[] {
  const relatingClaims = [...claims].filter(({ relation }) => relation !== 'none');
  const pairs = variableIds.flatMap((first, index) =>
    variableIds.slice(index + 1).map((second) => [first, second] as const),
  );
  return pairs.flatMap((between) =>
    (['tension', 'synergy'] as const).map((relation) => ({
      between,
      relation,
      claims: relatingClaims.filter(
        (claim) =>
          claim.relation === relation &&
          between.every((id) => claim.variables.slice(0, 2).map(variableOf).includes(id)),
      ),
    })),
  );
}
