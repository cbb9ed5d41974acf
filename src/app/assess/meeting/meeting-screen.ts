import { type ComponentChild, h } from 'preact';
import type { AnswerMap } from '../../../core/answers/answers.ts';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import { answerFieldsetProps } from '../question/question-props.ts';
import type { ScreenContext } from '../question/question-screen.ts';
import { staticAnswerProps } from '../question/static-props.ts';
import { MeetingView } from './MeetingView.tsx';

/** The timer, once somebody has asked for it: most meetings do without. */
let loadedTimer: typeof import('./meeting-timer.ts') | undefined;

/** The agenda is a part of its own: a question does without it. */
const agenda = (site: Site, data: QuestionnaireData, answers: AnswerMap | undefined): Promise<ComponentChild> =>
  import('./AgendaView.tsx').then(({ AgendaView }) => h(AgendaView, { site, data, answers }));

/**
 * A meeting as the server writes it: without a person's answers, and with nothing to do.
 * @param id the question that is shown; without one, the agenda
 * @param why why it is asked; in the browser it is fetched when somebody opens it
 */
export async function staticMeeting(
  id: string | undefined,
  site: Site,
  data: QuestionnaireData,
  why?: ComponentChild,
): Promise<ComponentChild> {
  const item = data.items.find((each) => each.id === id);
  if (!item) return agenda(site, data, undefined);
  return h(MeetingView, {
    ...staticAnswerProps(site, data, item, why),
    status: { kind: 'none', text: '' },
    decision: undefined,
    timer: undefined,
    actions: undefined,
  });
}

/**
 * A meeting with this person's answers in it.
 * @param besideOf gives what stands beside a question: another tab's answer, and what was said last time
 */
export async function meetingScreen(
  stage: ScreenContext,
  id: string | undefined,
  besideOf: (item: AskedQuestion) => ComponentChild,
): Promise<ComponentChild> {
  const { session, site, data, act } = stage;
  const { status, answers } = session;
  const item = data.items.find((each) => each.id === id);
  if (!item) return agenda(site, data, answers);
  const ask = answerFieldsetProps(stage, item, besideOf(item));
  return h(MeetingView, {
    ...ask,
    status,
    decision: session.draft.answers.decisions.find(({ practice }) => practice === item.id),
    timer: loadedTimer?.timerFor(item.id, site),
    actions: {
      ...ask.actions,
      toggleKeys: (on) =>
        act(() => {
          session.shortcutsOn = on;
        }),
      openTimer: () =>
        void import('./meeting-timer.ts').then((module) =>
          act(() => {
            loadedTimer = module;
          }),
        ),
      go: (path) => stage.goTo(path),
      decide: (part) => act(() => session.decide(item.id, part)),
    },
  });
}
