import { type ComponentChild, h } from 'preact';
import { blankAsk } from '../views/blank.ts';
import type { AskData, AskedItem, Site } from '../views/data.ts';
import { AgendaView, MeetingView } from '../views/MeetingView.tsx';
import { type StageProps, StageView } from '../views/StageView.tsx';
import type { Route } from './route.ts';
import { answered, askProps, type Stage } from './screens.ts';
import { MeetingTimer } from './timer.ts';

/** The other ways to fill in an assessment: a stage on one page, and a meeting. */
export type FillingRoute = Extract<Route, { view: 'stage' | 'meeting' }>;

const timer = new MeetingTimer();
const notSaved = { kind: 'none', text: '' } as const;
const itemsOf = (data: AskData, stage: string) => data.items.filter((each) => each.stage === stage);

/** A stage or a meeting as the server writes it: without a person's answers, and with nothing to do. */
export function writtenFilling(route: FillingRoute, site: Site, data: AskData): ComponentChild {
  if (route.view === 'stage') {
    const questions = itemsOf(data, route.stage).map((item) => blankAsk(site, data, item));
    const props: StageProps = {
      site, data, questions, stage: route.stage, done: {}, status: notSaved, keysOn: true, actions: undefined,
    }; // biome-ignore format: one record
    return h(StageView, props);
  }
  const item = data.items.find(({ id }) => id === route.item);
  if (!item) return h(AgendaView, { site, data, answers: undefined });
  return h(MeetingView, {
    ...blankAsk(site, data, item),
    answers: undefined,
    status: notSaved,
    decision: undefined,
    timer: undefined,
    actions: undefined,
  });
}

/**
 * A stage or a meeting with this person's answers in it.
 * @param noticeFor gives what another tab answered differently
 */
export function fillingScreen(
  stage: Stage,
  route: FillingRoute,
  noticeFor: (item: AskedItem) => ComponentChild,
): ComponentChild {
  const { session, site, data, act } = stage;
  const { status, keysOn, answers } = session;
  const toggleKeys = (on: boolean) =>
    act(() => {
      session.keysOn = on;
    });
  if (route.view === 'stage') {
    const questions = itemsOf(data, route.stage).map((item) => askProps(stage, item, noticeFor(item)));
    const done = answered(data, answers);
    return h(StageView, { site, data, questions, stage: route.stage, done, status, keysOn, actions: { toggleKeys } });
  }
  const item = data.items.find(({ id }) => id === route.item);
  if (!item) return h(AgendaView, { site, data, answers });
  const ask = askProps(stage, item, noticeFor(item));
  return h(MeetingView, {
    ...ask,
    answers,
    status,
    decision: session.draft.answers.decisions.find(({ practice }) => practice === item.id),
    timer: timer.at(item.id),
    actions: {
      ...ask.actions,
      toggleKeys,
      go: (path) => stage.goTo(path),
      decide: (part) => act(() => session.decide(item.id, part)),
    },
  });
}
