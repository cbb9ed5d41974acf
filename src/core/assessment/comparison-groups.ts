import type { Change, Comparison } from './compare.ts';
import type { Promises } from './promises.ts';

/** Questions that are not compared for one reason. */
export interface NotComparedGroup {
  reason: 'only-before' | 'only-now' | 'added' | 'removed' | 'changed';
  /** At least one. */
  ids: string[];
}

/** The questions that are not compared, by reason. */
export function notComparedGroups({ onlyBefore, onlyNow, questions }: Comparison): NotComparedGroup[] {
  const groups: NotComparedGroup[] = [
    { reason: 'only-before', ids: onlyBefore },
    { reason: 'only-now', ids: onlyNow },
    { reason: 'added', ids: questions.added },
    { reason: 'removed', ids: questions.removed },
    { reason: 'changed', ids: questions.changed },
  ];
  return groups.filter(({ ids }) => ids.length > 0);
}

/** The changes that noise does not explain. */
export const clearChanges = <C extends Pick<Change, 'change'>>(changes: readonly C[]): C[] =>
  changes.filter(({ change }) => change === 'higher' || change === 'lower');

/** What became of the promises of the earlier assessment; null if it had none. */
export const promisesOf = ({ promises: outcomes, before, carried }: Comparison): Promises | null =>
  outcomes.length === 0 ? null : { date: before.date, outcomes, carried: carried.length };
