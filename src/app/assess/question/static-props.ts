import type { ComponentChildren } from 'preact';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { noStatus } from '../../storage/save-status.ts';
import type { AnswerFieldsetProps } from './answer-props.ts';
import type { QuestionProps } from './QuestionView.tsx';

/** A question as the server renders it: without an answer or actions. */
export const staticAnswerProps = (
  site: Site,
  data: QuestionnaireData,
  question: Question,
  rationale?: ComponentChildren,
): AnswerFieldsetProps => ({
  site,
  data,
  question,
  answer: undefined,
  hint: undefined,
  readings: (question.readings ?? []).map((reading) => reading.question),
  notices: undefined,
  rationale,
  hasShortcuts: true,
  actions: undefined,
});

/** The page of a question as the server renders it. */
export function staticQuestionProps(
  site: Site,
  data: QuestionnaireData,
  question: Question,
  rationale?: ComponentChildren,
): QuestionProps {
  return {
    ...staticAnswerProps(site, data, question, rationale),
    answers: new Map(),
    answeredByStage: {},
    isAdvanceOn: false,
    advancedFrom: undefined,
    status: noStatus,
    actions: undefined,
  };
}
