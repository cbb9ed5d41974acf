import { type ComponentChild, h } from 'preact';
import { openRereads } from '../core/assessment/answers.ts';
import { saidBefore, sinceBefore } from '../core/assessment/start-again.ts';
import { Again } from '../views/Again.tsx';
import type { CheckProps } from '../views/CheckView.tsx';
import { ConflictCount, ConflictView } from '../views/Conflict.tsx';
import type { AskedItem } from '../views/data.ts';
import { LastTime, lastTimeText, SinceLastTime } from '../views/LastTime.tsx';
import { readItem, writeItem } from './browser.ts';
import type { Stage } from './screens.ts';

const shownKey = 'trivium:last-time';
/** Whether hints from last time are shown; remembered in this tab where the browser does not let us save. */
let shown: boolean | undefined;
function isShown(): boolean {
  const stored = readItem(shownKey);
  shown ??= !(stored.ok && stored.value === 'hidden');
  return shown;
}

/** What another tab has answered differently; nothing where there is nothing. */
function conflictOf({ session, site, data, act }: Stage, item: AskedItem): ComponentChild {
  const conflict = session.conflict(item.id);
  if (!conflict) return null;
  const actions = {
    keep: () => act(() => session.choose(conflict.ours)),
    take: () => act(() => session.accept(item.id)),
  };
  return h(ConflictView, { site, data, item, ...conflict, actions });
}

/** What stands beside a question: another tab's answer, and what was said last time. */
export function besideQuestion(stage: Stage, item: AskedItem): ComponentChild {
  const { session, site, data, act } = stage;
  const { previous } = session.draft.answers;
  const before = saidBefore(previous, item);
  const show = (wish: boolean) =>
    act(() => {
      shown = wish;
      writeItem(shownKey, wish ? 'shown' : 'hidden');
    });
  return [
    conflictOf(stage, item),
    before ? h(LastTime, { site, data, item, before, date: previous?.date, shown: isShown(), show }) : null,
  ];
}

/** What stands in the check page: at its head, and in the row of a question. */
export function besideCheck(stage: Stage): NonNullable<CheckProps['beside']> {
  const { session, site, data } = stage;
  const { previous } = session.draft.answers;
  const count = session.conflicts.filter((id) => data.items.some((item) => item.id === id)).length;
  const since = previous && sinceBefore(previous, session.answers, data.items);
  const told = new Set(since && [...since.different, ...since.open]);
  const before = (item: AskedItem): ComponentChild => {
    const said = told.has(item.id) ? saidBefore(previous, item) : undefined;
    return (
      said && h('p', { class: 'quiet' }, site.t('last-time.was', { answer: lastTimeText(item, said, data, site) }))
    );
  };
  return {
    head: (props) => [
      count > 0 ? h(ConflictCount, { site, count }) : null,
      previous && since ? h(SinceLastTime, { site, date: previous.date, since }) : null,
      h(Again, { props, reread: openRereads(session.draft.answers) }),
    ],
    row: (item) => [before(item), conflictOf(stage, item)],
  };
}
