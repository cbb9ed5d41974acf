import type { ComponentChildren } from 'preact';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { AnswerFieldsetProps } from './AnswerFieldset.tsx';
import type { QuestionProps } from './QuestionView.tsx';

/** A question as nobody has answered it, where nothing can be chosen yet. */
export const staticAnswerProps = (
  site: Site,
  data: QuestionnaireData,
  item: AskedQuestion,
  why?: ComponentChildren,
): AnswerFieldsetProps => ({
  site,
  data,
  item,
  answer: undefined,
  hint: undefined,
  notice: undefined,
  why,
  keysOn: true,
  actions: undefined,
});

/** A question as it is written into a page: nobody has answered it, and nothing can be chosen yet. */
export function staticQuestionProps(
  site: Site,
  data: QuestionnaireData,
  item: AskedQuestion,
  why?: ComponentChildren,
): QuestionProps {
  return {
    ...staticAnswerProps(site, data, item, why),
    done: {},
    status: { kind: 'none', text: '' },
    actions: undefined,
  };
}
