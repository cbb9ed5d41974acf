import { type ComponentChild, h } from 'preact';
import { openRereads } from '../../../core/answers/answers.ts';
import { changesSincePrevious, previousAnswer } from '../../../core/answers/start-again.ts';
import { readItem, writeItem } from '../../platform/browser.ts';
import type { AskedQuestion } from '../../shared/view-data.ts';
import { ChangedQuestions } from '../check/ChangedQuestions.tsx';
import type { CheckProps } from '../check/CheckView.tsx';
import { ConflictCount, ConflictView } from './Conflict.tsx';
import { PreviousAnswerHint, previousAnswerText, SincePrevious } from './PreviousAnswer.tsx';
import type { ScreenContext } from './question-screen.ts';

const shownKey = 'trivium:last-time';
/** Whether hints from last time are shown; remembered in this tab where the browser does not let us save. */
let shown: boolean | undefined;
function isShown(): boolean {
  const stored = readItem(shownKey);
  shown ??= !(stored.ok && stored.value === 'hidden');
  return shown;
}

/** What another tab has answered differently; nothing where there is nothing. */
function conflictOf({ session, site, data, act }: ScreenContext, item: AskedQuestion): ComponentChild {
  const conflict = session.conflict(item.id);
  if (!conflict) return null;
  const actions = {
    keep: () => act(() => session.choose(conflict.ours)),
    take: () => act(() => session.accept(item.id)),
  };
  return h(ConflictView, { site, data, item, ...conflict, actions });
}

/** What stands beside a question: another tab's answer, and what was said last time. */
export function questionNotices(stage: ScreenContext, item: AskedQuestion): ComponentChild {
  const { session, site, data, act } = stage;
  const { previous } = session.draft.answers;
  const before = previousAnswer(previous, item);
  const show = (wish: boolean) =>
    act(() => {
      shown = wish;
      writeItem(shownKey, wish ? 'shown' : 'hidden');
    });
  return [
    conflictOf(stage, item),
    before ? h(PreviousAnswerHint, { site, data, item, before, date: previous?.date, shown: isShown(), show }) : null,
  ];
}

/** What stands in the check page: at its head, and in the row of a question. */
export function checkNotices(stage: ScreenContext): NonNullable<CheckProps['beside']> {
  const { session, site, data } = stage;
  const { previous } = session.draft.answers;
  const count = session.conflicts.filter((id) => data.items.some((item) => item.id === id)).length;
  const since = previous && changesSincePrevious(previous, session.answers, data.items);
  const told = new Set(since && [...since.different, ...since.open]);
  const before = (item: AskedQuestion): ComponentChild => {
    const said = told.has(item.id) ? previousAnswer(previous, item) : undefined;
    return (
      said &&
      h('p', { class: 'muted' }, site.t('last-time.was', { answer: previousAnswerText(item, said, data, site) }))
    );
  };
  return {
    head: (props) => [
      count > 0 ? h(ConflictCount, { site, count }) : null,
      previous && since ? h(SincePrevious, { site, date: previous.date, since }) : null,
      h(ChangedQuestions, { props, reread: openRereads(session.draft.answers) }),
    ],
    row: (item) => [before(item), conflictOf(stage, item)],
  };
}
