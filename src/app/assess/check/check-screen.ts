import { type ComponentChild, h } from 'preact';
import type { Depth } from '../../../core/model/ids.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { ScreenContext } from '../screen-context.ts';
import { type CheckNotices, CheckView } from './CheckView.tsx';

/** The check page as the server renders it: without answers or actions. */
export const staticCheck = (site: Site, data: QuestionnaireData): ComponentChild =>
  h(CheckView, { site, data, answers: new Map(), answerOf: () => undefined, actions: undefined });

/**
 * The check page with this person's answers.
 * @param notices what else it says, as far as that has loaded
 */
export function checkScreen(
  context: ScreenContext,
  depth: Depth,
  notices: readonly (CheckNotices | undefined)[],
): ComponentChild {
  const { session, site, data, state } = context;
  return h(CheckView, {
    site,
    data,
    answers: session.answers,
    answerOf: (item) => session.answerOf(item),
    notices: notices.filter((each) => each !== undefined),
    actions: {
      change: (item) => {
        state.returnsToCheck = true;
        context.go({ view: 'question', depth, item });
      },
      seeReport: () => context.go({ view: 'report', depth }),
    },
  });
}
