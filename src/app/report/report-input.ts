import type { ComponentChild } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { isSameSystem } from '../../core/answers/same-system.ts';
import type { Depth } from '../../core/model/ids.ts';
import type { ReportActions } from './ReportView.tsx';

/** What a person may do with the answers behind a report. */
export interface OwnerActions
  extends Pick<ReportActions, 'changeAnswers' | 'deepen' | 'decide' | 'override' | 'checkPromises'> {
  /** Saves the answers as a file. */
  downloadAnswers(): void;
  setTarget(item: string, level: number | null, reason: string): void;
}

/** The input of a report. */
export interface ReportInput {
  answers: Answers;
  depth: Depth;
  /** Absent in a read-only report: its numbers can be explained, but nothing can be changed. */
  actions?: OwnerActions;
  /** The field for a missing name of the system. */
  naming?: ComponentChild;
  /** All answers stored in this browser; may include earlier answers for the same system. */
  keptAnswers?: readonly Answers[];
}

/** The last assessment of the same system before these answers; undefined if there is none or these have no date. */
export function previousOf({ system, date }: Answers, keptAnswers: readonly Answers[]): Answers | undefined {
  return keptAnswers
    .filter((candidate) => isSameSystem(candidate.system, system) && (candidate.date ?? '9') < (date ?? ''))
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))[0];
}
