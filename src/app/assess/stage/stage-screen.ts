import { type ComponentChild, h } from 'preact';
import { fragment } from '../../platform/browser.ts';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { shortcutsPreference } from '../../storage/preferences.ts';
import { noStatus } from '../../storage/save-status.ts';
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
    questions: questionsOf(data, stage).map((question) => ({
      ...staticAnswerProps(site, data, question, rationaleOf?.(question)),
      isFolded: false,
    })),
    answeredByStage: {},
    status: noStatus,
    hasShortcuts: true,
    actions: undefined,
  });
}

/** Questions already answered when the stage was opened, except the one named in the address. */
const answeredItems = ({ session, data }: ScreenContext, stage: string): Set<string> =>
  new Set(questionsOf(data, stage).flatMap(({ id }) => (session.answers.has(id) && id !== fragment() ? [id] : [])));

/** A stage with this person's answers. Questions answered earlier are folded; answering one now does not fold it. */
export function stageScreen(context: ScreenContext, stage: string): ComponentChild {
  const { session, site, data, state, update } = context;
  state.folded ??= answeredItems(context, stage);
  const { folded } = state;
  return h(StageView, {
    site,
    data,
    stage,
    questions: questionsOf(data, stage).map((question) => ({
      ...answerFieldsetProps(context, question, false),
      isFolded: folded.has(question.id),
    })),
    answeredByStage: countAnswersByStage(data, session.answers),
    status: session.status,
    hasShortcuts: shortcutsPreference.isOn(),
    actions: {
      toggleShortcuts: toggleShortcuts(context),
      fold: (item, isFolded) => update(() => (isFolded ? folded.add(item) : folded.delete(item))),
    },
  });
}
