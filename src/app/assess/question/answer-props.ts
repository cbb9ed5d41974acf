import type { ComponentChildren } from 'preact';
import type { Answer } from '../../../core/answers/answers.ts';
import type { FindingsParts } from '../../proposals/findings-controller.ts';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';

/** What a person can do with the answer to one question. */
export interface AnswerActions {
  /**
   * Gives an answer, made from the current one, which may be newer than what the page shows.
   * @param answer returns undefined to change nothing
   */
  choose(answer: (current: Answer | undefined) => Answer | undefined): void;
  /** Called after a person has pressed an answer or its digit, where that may lead to the next question. */
  pressed?(): void;
  clear(): void;
  /** Fetches why the question is asked. */
  openRationale(): void;
}

/** One question and its answer, on whichever screen it is asked. */
export interface AnswerFieldsetProps {
  site: Site;
  data: QuestionnaireData;
  question: Question;
  answer: Answer | undefined;
  /** Says that the question may not apply to this system. */
  hint: string | undefined;
  /** What to look at in the team's context, one sentence each. A field left open excludes no reading. */
  readings: string[];
  /** Why a follow-up asks it, a conflict with another tab, and the previous answer. */
  notices: ComponentChildren;
  /** The findings about it; undefined if there are none. */
  findings?: FindingsParts | undefined;
  /** Why the question is asked; undefined until fetched. */
  rationale: ComponentChildren;
  /** Whether number keys choose answers. */
  hasShortcuts: boolean;
  /** Absent before the script has started: then nothing can be chosen. */
  actions: AnswerActions | undefined;
}
