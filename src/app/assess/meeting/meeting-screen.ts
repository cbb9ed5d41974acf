import { type ComponentChild, h } from 'preact';
import type { AnswerMap } from '../../../core/answers/answers.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answerFieldsetProps } from '../question/question-props.ts';
import { staticAnswerProps } from '../question/static-props.ts';
import type { ScreenContext } from '../screen-context.ts';
import { MeetingView } from './MeetingView.tsx';

/** The agenda is loaded when it is shown: a question does without it. */
async function agenda(site: Site, data: QuestionnaireData, answers: AnswerMap | undefined): Promise<ComponentChild> {
  const { AgendaView } = await import('./AgendaView.tsx');
  return h(AgendaView, { site, data, answers });
}

/**
 * A meeting as the server renders it: without a person's answers, and with nothing to do.
 * @param id the question that is shown; without one, the agenda
 * @param rationale why it is asked; in the browser it is fetched when somebody opens it
 */
export async function staticMeeting(
  id: string | undefined,
  site: Site,
  data: QuestionnaireData,
  rationale?: ComponentChild,
): Promise<ComponentChild> {
  const item = data.items.find((question) => question.id === id);
  if (!item) return agenda(site, data, undefined);
  return h(MeetingView, {
    ...staticAnswerProps(site, data, item, rationale),
    status: { kind: 'none', text: '' },
    decision: undefined,
    timer: undefined,
    actions: undefined,
  });
}

/** Loads the timer, for which most meetings have no use, and shows it. */
async function openMeetingTimer({ site, state, act }: ScreenContext): Promise<void> {
  const { openTimer } = await import('./meeting-timer.ts');
  const timerFor = openTimer(site);
  act(() => {
    state.timerFor = timerFor;
  });
}

/** A meeting with this person's answers in it. */
export async function meetingScreen(context: ScreenContext, id: string | undefined): Promise<ComponentChild> {
  const { session, site, data, state, act } = context;
  const item = data.items.find((question) => question.id === id);
  if (!item) return agenda(site, data, session.answers);
  const props = answerFieldsetProps(context, item);
  return h(MeetingView, {
    ...props,
    status: session.status,
    decision: session.draft.answers.decisions.find(({ practice }) => practice === item.id),
    timer: state.timerFor?.(item.id),
    actions: {
      ...props.actions,
      toggleKeys: (on) =>
        act(() => {
          session.shortcutsOn = on;
        }),
      openTimer: () => void openMeetingTimer(context),
      go: (path) => context.goTo(path),
      decide: (part) => act(() => session.decide(item.id, part)),
    },
  });
}
