import { type ComponentChild, h } from 'preact';
import { openRereads } from '../../../core/answers/answers.ts';
import { changesSincePrevious, previousAnswer } from '../../../core/answers/start-again.ts';
import { readItem, writeItem } from '../../platform/browser.ts';
import { previousAnswersKey } from '../../platform/storage-keys.ts';
import type { AskedQuestion } from '../../shared/view-data.ts';
import { ChangedQuestions } from '../check/ChangedQuestions.tsx';
import type { CheckProps } from '../check/CheckView.tsx';
import type { ScreenContext } from '../screen-context.ts';
import { ConflictCount, ConflictView } from './Conflict.tsx';
import { PreviousAnswerHint, previousAnswerText, SincePrevious } from './PreviousAnswer.tsx';

/** Whether answers of last time are shown; the page remembers the choice where the browser does not let us save it. */
function showsPreviousAnswers({ state }: ScreenContext): boolean {
  const stored = readItem(previousAnswersKey);
  state.showsPreviousAnswers ??= !(stored.ok && stored.value === 'hidden');
  return state.showsPreviousAnswers;
}

/** What another tab has answered differently; null where there is nothing. */
function conflictOf({ session, site, data, act }: ScreenContext, item: AskedQuestion): ComponentChild {
  const conflict = session.conflict(item.id);
  if (!conflict) return null;
  const actions = {
    keep: () => act(() => session.choose(conflict.ours)),
    take: () => act(() => session.accept(item.id)),
  };
  return h(ConflictView, { site, data, item, ...conflict, actions });
}

/** Shown with a question: another tab's answer, and the answer of last time. */
export function questionNotices(context: ScreenContext, item: AskedQuestion): ComponentChild {
  const { session, site, data, state, act } = context;
  const { previous } = session.draft.answers;
  const before = previousAnswer(previous, item);
  const show = (isShown: boolean) =>
    act(() => {
      state.showsPreviousAnswers = isShown;
      writeItem(previousAnswersKey, isShown ? 'shown' : 'hidden');
    });
  const hint = { site, data, item, date: previous?.date, shown: showsPreviousAnswers(context), show };
  return [conflictOf(context, item), before ? h(PreviousAnswerHint, { ...hint, before }) : null];
}

/** Shown on the check page: at its head, and in the row of a question. */
export function checkNotices(context: ScreenContext): NonNullable<CheckProps['beside']> {
  const { session, site, data } = context;
  const { previous } = session.draft.answers;
  const count = session.conflicts.filter((id) => data.items.some((item) => item.id === id)).length;
  const changes = previous && changesSincePrevious(previous, session.answers, data.items);
  const changedItems = new Set(changes && [...changes.different, ...changes.open]);
  const previousText = (item: AskedQuestion): ComponentChild => {
    const before = changedItems.has(item.id) ? previousAnswer(previous, item) : undefined;
    const answer = before && previousAnswerText(item, before, data, site);
    return answer === undefined ? undefined : h('p', { class: 'muted' }, site.t('last-time.was', { answer }));
  };
  return {
    head: (props) => [
      count > 0 ? h(ConflictCount, { site, count }) : null,
      previous && changes ? h(SincePrevious, { site, date: previous.date, since: changes }) : null,
      h(ChangedQuestions, { props, reread: openRereads(session.draft.answers) }),
    ],
    row: (item) => [previousText(item), conflictOf(context, item)],
  };
}
