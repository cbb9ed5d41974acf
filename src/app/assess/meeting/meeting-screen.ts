import { type ComponentChild, h } from 'preact';
import type { AnswerMap } from '../../../core/answers/answers.ts';
import { inTime } from '../../platform/load-error.ts';
import type { QuestionnaireData, Site } from '../../shared/view-data.ts';
import { withDecision } from '../../storage/answer-edits.ts';
import { noStatus } from '../../storage/save-status.ts';
import { answerFieldsetProps, toggleShortcuts } from '../question/question-props.ts';
import { staticAnswerProps } from '../question/static-props.ts';
import type { ScreenContext } from '../screen-context.ts';
import { MeetingView } from './MeetingView.tsx';

/** Loads the agenda only when it is shown: the pages of questions do without it. */
async function agenda(site: Site, data: QuestionnaireData, answers: AnswerMap | undefined): Promise<ComponentChild> {
  const { AgendaView } = await inTime(import('./AgendaView.tsx'));
  return h(AgendaView, { site, data, answers });
}

/**
 * A meeting as the server renders it: without answers or actions.
 * @param id the question to show; without one, the agenda
 * @param rationale why the question is asked; the browser fetches it when the person opens it
 */
export async function staticMeeting(
  id: string | undefined,
  site: Site,
  data: QuestionnaireData,
  rationale?: ComponentChild,
): Promise<ComponentChild> {
  const question = data.items.find((item) => item.id === id);
  if (!question) return agenda(site, data, undefined);
  return h(MeetingView, {
    ...staticAnswerProps(site, data, question, rationale),
    answers: new Map(),
    status: noStatus,
    decision: undefined,
    timer: undefined,
    actions: undefined,
  });
}

/** Loads the timer, which most meetings do without, and shows it. */
async function openTimer({ site, state, update }: ScreenContext): Promise<void> {
  const { createTimer } = await inTime(import('./create-timer.ts'));
  const timerOf = createTimer(site);
  update(() => {
    state.timerOf = timerOf;
  });
}

/** A meeting with this person's answers; without a question, its agenda. */
export async function meetingScreen(context: ScreenContext, id: string | undefined): Promise<ComponentChild> {
  const { session, site, data, state, update } = context;
  const question = data.items.find((item) => item.id === id);
  if (!question) return agenda(site, data, session.answers);
  const props = answerFieldsetProps(context, question);
  return h(MeetingView, {
    ...props,
    answers: session.answers,
    status: session.status,
    decision: session.draft.answers.decisions.find(({ practice }) => practice === question.id),
    timer: state.timerOf?.(question.id),
    actions: {
      ...props.actions,
      toggleShortcuts: toggleShortcuts(context),
      openTimer: () => void openTimer(context),
      goTo: (path) => context.goTo(path),
      decide: (part) => update(() => session.edit((answers) => withDecision(answers, question.id, part))),
    },
  });
}
