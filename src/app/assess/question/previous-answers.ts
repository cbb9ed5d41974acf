import { type ComponentChild, h } from 'preact';
import { openRereads } from '../../../core/answers/answers.ts';
import { previousAnswer } from '../../../core/answers/previous-answer.ts';
import { changesSincePrevious } from '../../../core/answers/start-again.ts';
import type { Question } from '../../shared/view-data.ts';
import { previousAnswersPreference } from '../../storage/preferences.ts';
import { ChangedQuestions } from '../check/ChangedQuestions.tsx';
import type { CheckNotices } from '../check/CheckView.tsx';
import type { ScreenContext } from '../screen-context.ts';
import { previousAnswerText } from './answer-text.ts';
import { ConflictCount, ConflictView } from './Conflict.tsx';
import { askedAgainNotice, carriedNotice, followUpNotice } from './follow-up-notices.ts';
import { PreviousAnswerHint, PreviousRoundSummary } from './PreviousAnswer.tsx';

/** A conflict with another tab; null if there is none. */
function conflictNotice({ session, site, data, update }: ScreenContext, question: Question): ComponentChild {
  const conflict = session.conflict(question.id);
  if (!conflict) return null;
  const actions = {
    keepOurs: () => update(() => session.setAnswer(conflict.ours)),
    acceptTheirs: () => update(() => session.acceptTheirs(question.id)),
  };
  return h(ConflictView, { site, data, question, ...conflict, actions });
}

/** The answer of the previous assessment; null if there is none. */
function previousAnswerHint({ session, site, data, state, update }: ScreenContext, question: Question): ComponentChild {
  const { previous } = session.draft.answers;
  const answer = previousAnswer(previous, question);
  if (!answer) return null;
  // The page remembers the choice, since the browser may refuse to store it.
  state.showsPreviousAnswers ??= previousAnswersPreference.isOn();
  const toggle = (isShown: boolean) =>
    update(() => {
      state.showsPreviousAnswers = isShown;
      previousAnswersPreference.set(isShown);
    });
  const isShown = state.showsPreviousAnswers;
  return h(PreviousAnswerHint, { site, data, question, previousAnswer: answer, date: previous?.date, isShown, toggle });
}

/** The notices of a question: why a follow-up asks it, a conflict with another tab, and the previous answer. */
export const questionNotices = (context: ScreenContext, question: Question): ComponentChild => [
  askedAgainNotice(context, question),
  conflictNotice(context, question),
  previousAnswerHint(context, question),
];

/** The notices of the check page: at its top, and in the row of each question. */
export function checkNotices(context: ScreenContext): CheckNotices {
  const { session, site, data } = context;
  const { previous } = session.draft.answers;
  const conflictCount = session.conflicts.filter((id) => data.items.some((question) => question.id === id)).length;
  const changes = previous && changesSincePrevious(previous, session.answers, data.items);
  const changedItems = new Set(changes && [...changes.different, ...changes.open]);
  const previousText = (question: Question): ComponentChild => {
    const previousOf = changedItems.has(question.id) ? previousAnswer(previous, question) : undefined;
    const answer = previousOf && previousAnswerText(question, previousOf, data, site);
    return answer === undefined ? undefined : h('p', { class: 'muted' }, site.t('last-time.was', { answer }));
  };
  return {
    top: (props) => [
      followUpNotice(context),
      conflictCount > 0 ? h(ConflictCount, { site, count: conflictCount }) : null,
      previous && changes ? h(PreviousRoundSummary, { site, date: previous.date, changes }) : null,
      h(ChangedQuestions, { props, rereads: openRereads(session.draft.answers) }),
    ],
    row: (question) => [carriedNotice(context, question), previousText(question), conflictNotice(context, question)],
  };
}
