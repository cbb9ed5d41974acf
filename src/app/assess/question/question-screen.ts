import { type ComponentChild, h } from 'preact';
import type { Depth } from '../../../core/model/ids.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { ScreenContext } from '../screen-context.ts';
import { QuestionView } from './QuestionView.tsx';
import { answerFieldsetProps, countAnswersByStage, openRationale, toggleShortcuts } from './question-props.ts';
import { staticQuestionProps } from './static-props.ts';

/**
 * A question as the server renders it, without an answer or actions; undefined if this depth does not ask it.
 * @param rationale why the question is asked
 */
export function staticQuestion(
  id: string,
  site: Site,
  data: QuestionnaireData,
  rationale?: ComponentChild,
): ComponentChild {
  const question = data.items.find((item) => item.id === id);
  return question && h(QuestionView, staticQuestionProps(site, data, question, rationale));
}

/** A question with this person's answer; undefined if this depth does not ask it. */
export function questionScreen(context: ScreenContext, id: string, depth: Depth): ComponentChild {
  const { session, data, state } = context;
  const index = data.items.findIndex((item) => item.id === id);
  const question = data.items[index];
  if (!question) return undefined;
  const next = data.items[index + 1];
  const props = answerFieldsetProps(context, question);
  for (const each of [question, next]) if (each) void openRationale(context, each); // a wide page shows it immediately
  const proceed = () => {
    const goesToCheck = state.returnToCheck || !next;
    state.returnToCheck = false;
    context.go(goesToCheck ? { view: 'check', depth } : { view: 'question', depth, item: next.id });
  };
  return h(QuestionView, {
    ...props,
    answers: session.answers,
    answeredByStage: countAnswersByStage(data, session.answers),
    status: session.status,
    actions: { ...props.actions, proceed, toggleShortcuts: toggleShortcuts(context) },
  });
}
