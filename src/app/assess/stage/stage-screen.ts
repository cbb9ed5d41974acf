import { type ComponentChild, h } from 'preact';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answeredByStage, answerFieldsetProps } from '../question/question-props.ts';
import type { ScreenContext } from '../question/question-screen.ts';
import { staticAnswerProps } from '../question/static-props.ts';
import { StageView } from './StageView.tsx';

const itemsOf = (data: QuestionnaireData, stage: string) => data.items.filter((each) => each.stage === stage);

/**
 * A stage as the server writes it: without a person's answers, and with nothing to do.
 * @param why gives why a question is asked; in the browser it is fetched when somebody opens it
 */
export function staticStage(
  stage: string,
  site: Site,
  data: QuestionnaireData,
  why?: (item: AskedQuestion) => ComponentChild,
): ComponentChild {
  const questions = itemsOf(data, stage).map((item) => staticAnswerProps(site, data, item, why?.(item)));
  const status = { kind: 'none', text: '' } as const;
  return h(StageView, { site, data, questions, stage, done: {}, status, keysOn: true, actions: undefined });
}

/**
 * A stage with this person's answers in it.
 * @param besideOf gives what stands beside a question: another tab's answer, and what was said last time
 */
export function stageScreen(
  stage: ScreenContext,
  id: string,
  besideOf: (item: AskedQuestion) => ComponentChild,
): ComponentChild {
  const { session, site, data, act } = stage;
  const { status, shortcutsOn } = session;
  return h(StageView, {
    site,
    data,
    questions: itemsOf(data, id).map((item) => answerFieldsetProps(stage, item, besideOf(item))),
    stage: id,
    done: answeredByStage(data, session.answers),
    status,
    keysOn: shortcutsOn,
    actions: {
      toggleKeys: (on) =>
        act(() => {
          session.shortcutsOn = on;
        }),
    },
  });
}
