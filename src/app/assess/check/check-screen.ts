import { type ComponentChild, h } from 'preact';
import type { Depth } from '../../../core/model/ids.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { ScreenContext } from '../screen-context.ts';
import { type CheckProps, CheckView } from './CheckView.tsx';

/** The check page as the server renders it: without a person's answers, and with nothing to do. */
export const staticCheck = (site: Site, data: QuestionnaireData): ComponentChild =>
  h(CheckView, { site, data, answers: new Map(), kept: () => undefined, actions: undefined });

/**
 * Every answer, to look over.
 * @param notices what other tabs and last time say; undefined until it is loaded
 */
export function checkScreen(context: ScreenContext, depth: Depth, notices: CheckProps['beside']): ComponentChild {
  const { session, site, data, state } = context;
  return h(CheckView, {
    site,
    data,
    answers: session.answers,
    kept: (item) => session.answerOf(item),
    beside: notices,
    actions: {
      change: (item) => {
        state.returnToCheck = true;
        context.go({ view: 'question', depth, item });
      },
      seeReport: () => context.go({ view: 'report', depth }),
    },
  });
}
