import { isSameSystem } from '../../core/answers/same-system.ts';
import type { ComparedAnswers } from '../../core/assessment/version-changes.ts';
import type { SideChoices } from './CompareView.tsx';

/** An assessment that can be chosen for a side. */
export interface SideOption extends ComparedAnswers {
  key: string;
}

const dayOf = ({ answers }: SideOption): string => answers.date ?? '';
const isSame = (a: SideOption, b: SideOption): boolean => isSameSystem(a.answers.system, b.answers.system);

/** The newest assessment whose system has another one; if no system has two, the newest of all. */
const defaultNow = (newestFirst: readonly SideOption[]): SideOption | undefined =>
  newestFirst.find((choice) => newestFirst.some((other) => other !== choice && isSame(choice, other))) ??
  newestFirst[0];

/**
 * Completes the sides that were not requested: now is the newest assessment that has another one of its system, before
 * is the latest of that system up to its day. A requested key that is not among the choices leaves its side empty.
 */
export function defaultSides(choices: readonly SideOption[], requested: SideChoices): SideChoices {
  const newestFirst = choices.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
  const byKey = (key: string) => newestFirst.find((choice) => choice.key === key);
  const now = requested.now === undefined ? defaultNow(newestFirst) : byKey(requested.now);
  const earlier =
    now && newestFirst.find((choice) => choice !== now && isSame(choice, now) && dayOf(choice) <= dayOf(now));
  const before = requested.before === undefined ? earlier : byKey(requested.before);
  return { before: before?.key, now: now?.key };
}
