import { type ComponentChild, h } from 'preact';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { shortcutsPreference } from '../../storage/preferences.ts';
import { answerFieldsetProps, countAnswersByStage, toggleShortcuts } from '../question/question-props.ts';
import { staticAnswerProps } from '../question/static-props.ts';
import type { ScreenContext } from '../screen-context.ts';
import { StageView } from './StageView.tsx';

const questionsOf = ({ items }: QuestionnaireData, stage: string) => items.filter((item) => item.stage === stage);

/**
 * A stage as the server renders it: without answers or actions.
 * @param rationaleOf why a question is asked; the browser fetches it when the person opens it
 */
export function staticStage(
  stage: string,
  site: Site,
  data: QuestionnaireData,
  rationaleOf?: (question: Question) => ComponentChild,
): ComponentChild {
  return h(StageView, {
    site,
    data,
    stage,
    questions: questionsOf(data, stage).map((question) =>
      staticAnswerProps(site, data, question, rationaleOf?.(question)),
    ),
    answeredByStage: {},
    status: { kind: 'none', text: '' },
    shortcutsOn: true,
    actions: undefined,
  });
}

/** A stage with this person's answers. */
export function stageScreen(context: ScreenContext, stage: string): ComponentChild {
  const { session, site, data } = context;
  return h(StageView, {
    site,
    data,
    stage,
    questions: questionsOf(data, stage).map((question) => answerFieldsetProps(context, question)),
    answeredByStage: countAnswersByStage(data, session.answers),
    status: session.status,
    shortcutsOn: shortcutsPreference.isOn(),
    actions: { toggleShortcuts: toggleShortcuts(context) },
  });
}
