import type { ComponentChild } from 'preact';
import { lazy } from '../platform/lazy.ts';
import type { Route } from '../shared/routes.ts';
import type { QuestionnaireData, Site } from '../shared/view-data.ts';
import type { CheckNotices } from './check/CheckView.tsx';
import type { ScreenContext } from './screen-context.ts';

export const questionPart = lazy({
  module: () => import('./question/question-screen.ts'),
  styles: ['answer', 'question'],
});
const checkPart = lazy({ module: () => import('./check/check-screen.ts'), styles: ['check'] });
const stagePart = lazy({
  module: () => import('./stage/stage-screen.ts'),
  strings: 'stage',
  styles: ['answer', 'stage'],
});
const meetingPart = lazy({
  module: () => import('./meeting/meeting-screen.ts'),
  strings: 'stage',
  styles: ['answer', 'stage'],
});
const startPart = lazy({ module: () => import('./start/start-screen.ts'), styles: ['start'] });
export const reportPart = lazy({ module: () => import('./report-screen.ts'), styles: ['report'] });
/** Why a follow-up asks a question, conflicts with other tabs, and previous answers. */
export const noticesPart = lazy({ module: () => import('./question/previous-answers.ts'), strings: 'drafts' });

/** The findings about the systems, beside their assessments. */
export const findingsPart = lazy({
  module: () => import('../proposals/findings-controller.ts'),
  strings: 'proposals',
  styles: ['proposals'],
});
/** Notices about what could not be read or kept. */
export const lostPart = lazy({ module: () => import('./lost-notices.ts'), strings: 'drafts' });

type View = Exclude<Route['view'], 'report'>;
type RouteTo<V extends View> = Route & { view: V };

/** Renders a screen as the server did, without a person's answers, or with them. */
interface Screen<V extends View> {
  staticView(
    route: RouteTo<V>,
    site: Site,
    data: QuestionnaireData,
    rationale: ComponentChild,
  ): Promise<ComponentChild>;
  withAnswers(
    route: RouteTo<V>,
    context: ScreenContext,
    checkNotices: () => readonly (CheckNotices | undefined)[],
  ): Promise<ComponentChild>;
}

/** The screen of every route but the report, which the server does not render. */
const screens: { [V in View]: Screen<V> } = {
  start: {
    staticView: async (_, site, data) => (await startPart()).staticStart(site, data),
    withAnswers: async (_, context) => (await startPart()).startScreen(context),
  },
  question: {
    staticView: async ({ item }, site, data, rationale) =>
      (await questionPart()).staticQuestion(item, site, data, rationale),
    withAnswers: async ({ item, depth }, context) => {
      if (item === context.data.items.at(-1)?.id) void checkPart(); // it comes next
      return (await questionPart()).questionScreen(context, item, depth);
    },
  },
  stage: {
    staticView: async ({ stage }, site, data) => (await stagePart()).staticStage(stage, site, data),
    withAnswers: async ({ stage }, context) => (await stagePart()).stageScreen(context, stage),
  },
  meeting: {
    staticView: async ({ item }, site, data) => (await meetingPart()).staticMeeting(item, site, data),
    withAnswers: async ({ item }, context) => (await meetingPart()).meetingScreen(context, item),
  },
  check: {
    staticView: async (_, site, data) => (await checkPart()).staticCheck(site, data),
    withAnswers: async ({ depth }, context, notices) => (await checkPart()).checkScreen(context, depth, notices()),
  },
};

/** The screen that a route shows. */
export const screenOf = (route: RouteTo<View>): Screen<View> => screens[route.view] as Screen<View>;

/**
 * A screen without answers, as it is rendered first, when the scripts arrive. A question is in the shape of later renders,
 * so that they keep its elements, and what a person has opened in them. The other screens are made anew: stored answers
 * change the height of what is in sight there.
 */
export const firstRender = ({ view }: Route, screen: ComponentChild): ComponentChild =>
  view === 'question' || view === 'meeting' ? [screen, null] : screen;
