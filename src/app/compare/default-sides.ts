import type { Answers } from '../../core/answers/answers.ts';
import { isSameSystem } from '../../core/answers/same-system.ts';
import type { ComparedAnswers } from '../../core/assessment/version-changes.ts';
import { fnv1a } from '../../core/model/hash-numbers.ts';
import { withoutUndefined } from '../../core/model/without-undefined.ts';
import { byText } from '../../core/text/by-text.ts';
import type { ImportedAnswers } from '../import/import-batch.ts';
import type { SideChoices } from './CompareView.tsx';

/** An assessment that can be chosen for a side. */
export interface SideOption extends ComparedAnswers {
  key: string;
  /** The name of what it was imported from; undefined if this browser keeps it. */
  from: string | undefined;
}

/** An assessment kept in this browser, and one that was imported, as far as they can be a side. */
interface SideSources {
  drafts: readonly { id: string; answers: Answers }[];
  imports: readonly Pick<ImportedAnswers, 'name' | 'answers' | 'version' | 'fingerprint'>[];
}

/** Everything that can be chosen for a side. Two imports are two options even if their files have one name. */
export const sideOptions = ({ drafts, imports }: SideSources): SideOption[] => [
  ...drafts.map(({ id, answers }) => ({ key: id, from: undefined, answers })),
  ...imports.map(({ name, answers, version, fingerprint }) => ({
    key: `taken ${fnv1a(fingerprint).toString(16)} ${name}`,
    from: name,
    answers,
    ...withoutUndefined({ version }),
  })),
];

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
  const newestFirst = choices.toSorted((a, b) => byText(dayOf(b), dayOf(a)));
  const byKey = (key: string) => newestFirst.find((choice) => choice.key === key);
  const now = requested.now === undefined ? defaultNow(newestFirst) : byKey(requested.now);
  const earlier =
    now && newestFirst.find((choice) => choice !== now && isSame(choice, now) && dayOf(choice) <= dayOf(now));
  const before = requested.before === undefined ? earlier : byKey(requested.before);
  return { before: before?.key, now: now?.key };
}
