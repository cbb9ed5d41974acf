import { type ComponentChild, h } from 'preact';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answeredByStage, answerFieldsetProps } from '../question/question-props.ts';
import { staticAnswerProps } from '../question/static-props.ts';
import type { ScreenContext } from '../screen-context.ts';
import { StageView } from './StageView.tsx';

const itemsOf = (data: QuestionnaireData, stage: string) => data.items.filter((item) => item.stage === stage);

/**
 * A stage as the server renders it: without a person's answers, and with nothing to do.
 * @param rationaleOf why a question is asked; in the browser it is fetched when somebody opens it
 */
export function staticStage(
  stage: string,
  site: Site,
  data: QuestionnaireData,
  rationaleOf?: (item: AskedQuestion) => ComponentChild,
): ComponentChild {
  const questions = itemsOf(data, stage).map((item) => staticAnswerProps(site, data, item, rationaleOf?.(item)));
  const status = { kind: 'none', text: '' } as const;
  return h(StageView, { site, data, questions, stage, done: {}, status, keysOn: true, actions: undefined });
}

/** A stage with this person's answers in it. */
export function stageScreen(context: ScreenContext, stage: string): ComponentChild {
  const { session, site, data, act } = context;
  return h(StageView, {
    site,
    data,
    questions: itemsOf(data, stage).map((item) => answerFieldsetProps(context, item)),
    stage,
    done: answeredByStage(data, session.answers),
    status: session.status,
    keysOn: session.shortcutsOn,
    actions: {
      toggleKeys: (on) =>
        act(() => {
          session.shortcutsOn = on;
        }),
    },
  });
}
