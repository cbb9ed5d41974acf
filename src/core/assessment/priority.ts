import type { PackItem } from '../model/pack.ts';
import type { Constants } from '../model/pack-schema.ts';

/** Inputs to a move's priority, apart from the practice itself. */
export interface PriorityInputs {
  /** 0 to 1. */
  gap: number;
  effort: 'S' | 'M' | 'L';
  /** Number of likely or exposed signals that the practice eases. */
  eases: number;
  /** Whether the V of the practice looks lowest. */
  isLowest: boolean;
  /** Whether the level is known and unsafe. */
  isUnsafe: boolean;
  /** Whether a wrong prediction can do serious harm. */
  isHighStakes: boolean;
}

/** The factors of a move's priority, in the order of multiplication; the last one divides. */
export function priorityFactors(
  item: PackItem,
  { gap, effort, eases, isLowest, isUnsafe, isHighStakes }: PriorityInputs,
  constants: Constants['moves'],
) {
  return {
    weight: item.weight,
    gap: gap ** 2,
    grade: constants.grade[item.grade],
    relief: Math.min(constants.relief.most, 1 + constants.relief.step * eases),
    lift: isLowest ? constants.lift : 1,
    safety: item.safety && isUnsafe ? constants.safety : 1,
    stakes: item.safety && isHighStakes ? constants.stakes : 1,
    effort: constants.effort[effort],
  };
}

/**
 * The priority of a move: weight x gap^2 x grade x relief x lift x safety x stakes / effort.
 * Worked example: weight 1, level 1 of target 3 (gap .5), grade A (1.15), one signal eased (1.15), no lift, safety (1.6),
 * effort M (1.3): .25 x 1.15 x 1.15 x 1.6 / 1.3 = .407. Source: design of the assessment, section 7.
 */
export function priorityOf(item: PackItem, inputs: PriorityInputs, constants: Constants['moves']): number {
  const { weight, gap, grade, relief, lift, safety, stakes, effort } = priorityFactors(item, inputs, constants);
  return (weight * gap * grade * relief * lift * safety * stakes) / effort;
}
