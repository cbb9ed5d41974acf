import { type ComponentChild, h } from 'preact';
import type { Depth } from '../../../core/model/ids.ts';
import type { Question, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { advancePreference } from '../../storage/preferences.ts';
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

/**
 * What choosing does if the person wants it to lead to the next question: not from the last one, not while a single
 * answer is changed, and not where a reason may follow.
 */
function advanceActions(context: ScreenContext, question: Question, next: Question | undefined, depth: Depth) {
  const { session, state, update } = context;
  return {
    remember(): void {
      state.replaced = { item: question.id, before: session.answerOf(question.id) };
    },
    pressed(): void {
      const isReasonNext = session.answerOf(question.id)?.state === 'na';
      if (!advancePreference.isOn() || !next || state.returnsToCheck || isReasonNext) return;
      state.advanced = state.replaced;
      context.go({ view: 'question', depth, item: next.id });
    },
    undo(): void {
      const { advanced } = state;
      if (!advanced) return;
      state.advanced = undefined;
      update(() => (advanced.before ? session.setAnswer(advanced.before) : session.clear(advanced.item)));
      context.go({ view: 'question', depth, item: advanced.item });
    },
  };
}

/** A question with this person's answer; undefined if this depth does not ask it. */
export function questionScreen(context: ScreenContext, id: string, depth: Depth): ComponentChild {
  const { session, data, state, update } = context;
  const index = data.items.findIndex((item) => item.id === id);
  const question = data.items[index];
  if (!question) return undefined;
  const next = data.items[index + 1];
  const props = answerFieldsetProps(context, question);
  for (const each of [question, next]) if (each) void openRationale(context, each); // a wide page shows it immediately
  if (state.advanced && state.advanced.item !== data.items[index - 1]?.id) state.advanced = undefined;
  const proceed = () => {
    const goesToCheck = state.returnsToCheck || !next;
    state.returnsToCheck = false;
    state.advanced = undefined;
    context.go(goesToCheck ? { view: 'check', depth } : { view: 'question', depth, item: next.id });
  };
  const { remember, pressed, undo } = advanceActions(context, question, next, depth);
  return h(QuestionView, {
    ...props,
    answers: session.answers,
    answeredByStage: countAnswersByStage(data, session.answers),
    status: session.status,
    isAdvanceOn: advancePreference.isOn(),
    advancedFrom: state.advanced?.item,
    actions: {
      ...props.actions,
      choose: (answerFrom) => {
        remember();
        props.actions.choose(answerFrom);
      },
      pressed,
      undo,
      proceed,
      toggleShortcuts: toggleShortcuts(context),
      toggleAdvance: (isOn) => update(() => advancePreference.set(isOn)),
    },
  });
}
