import { type ComponentChild, h } from 'preact';
import type { Depth } from '../../../core/model/ids.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { ScreenContext } from '../question/question-screen.ts';
import { type CheckProps, CheckView } from './CheckView.tsx';

/** The check page as the server wrote it: without a person's answers, and with nothing to do. */
export const staticCheck = (site: Site, data: QuestionnaireData): ComponentChild =>
  h(CheckView, { site, data, answers: new Map(), kept: () => undefined, actions: undefined });

/** Every answer, to look over. */
export function checkScreen(stage: ScreenContext, depth: Depth, beside: CheckProps['beside']): ComponentChild {
  const { session, site, data } = stage;
  return h(CheckView, {
    site,
    data,
    answers: session.answers,
    kept: (item) => session.answerOf(item),
    beside,
    actions: {
      change: (item) => {
        stage.returnToCheck = true;
        stage.go({ view: 'question', depth, item });
      },
      seeReport: () => stage.go({ view: 'report', depth }),
    },
  });
}
