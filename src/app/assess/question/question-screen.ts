import { type ComponentChild, h } from 'preact';
import type { Depth } from '../../../core/model/ids.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { ScreenContext } from '../screen-context.ts';
import { QuestionView } from './QuestionView.tsx';
import { answeredByStage, answerFieldsetProps } from './question-props.ts';
import { staticQuestionProps } from './static-props.ts';

/** A question as the server renders it: without a person's answer, and with nothing to do. */
export function staticQuestion(id: string, site: Site, data: QuestionnaireData): ComponentChild {
  const item = data.items.find((question) => question.id === id);
  return item && h(QuestionView, staticQuestionProps(site, data, item));
}

/** One question with this person's answer in it; undefined where this depth does not ask it. */
export function questionScreen(context: ScreenContext, id: string, depth: Depth): ComponentChild {
  const { session, data, state, act } = context;
  const index = data.items.findIndex((question) => question.id === id);
  const item = data.items[index];
  if (!item) return undefined;
  const next = data.items[index + 1];
  const props = answerFieldsetProps(context, item);
  return h(QuestionView, {
    ...props,
    done: answeredByStage(data, session.answers),
    status: session.status,
    actions: {
      ...props.actions,
      proceed: () => {
        const goesToCheck = state.returnToCheck || !next;
        state.returnToCheck = false;
        context.go(goesToCheck ? { view: 'check', depth } : { view: 'question', depth, item: next.id });
      },
      toggleKeys: (on) =>
        act(() => {
          session.shortcutsOn = on;
        }),
    },
  });
}
