import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../../core/answers/answers.ts';
import type { Depth } from '../../../core/model/ids.ts';
import type { Route } from '../../shared/routes.ts';
import type { AskedQuestion, QuestionnaireData, Site } from '../../shared/view-data.ts';
import type { Session } from '../../storage/session.ts';
import { QuestionView } from './QuestionView.tsx';
import { answeredByStage, answerFieldsetProps } from './question-props.ts';
import { staticQuestionProps } from './static-props.ts';

/** What is open on the start page: a new name in the list; below it earlier states, a file, or why one was refused. */
export type Panel =
  | { kind: 'rename'; id: string }
  | { kind: 'restore'; id: string }
  | { kind: 'import'; file: Answers; into: string | undefined }
  | { kind: 'refused'; problem: string };

/** What a screen is made from, and what it can do. */
export interface ScreenContext {
  session: Session;
  site: Site;
  data: QuestionnaireData;
  go(route: Route): void;
  /** Goes where a path below the site's base leads. */
  goTo(path: string): void;
  /** Makes a change and draws again; then what fits a selector gets the focus. */
  act(change: () => void, focus?: string): void;
  /** Goes to the first question of a depth that has no answer yet. */
  startAt(depth: Depth): void;
  /** Opens or closes a panel of the start page; then what fits a selector gets the focus. */
  openPanel(panel: Panel | undefined, focus: string): void;
  /** Reads a file that the person chose, and shows what it holds. */
  importFile(file: File): void;
  /** Set while a single answer is changed from the check page, to return there. */
  returnToCheck: boolean;
}

/** A question as the server wrote it: without a person's answer, and with nothing to do. */
export function staticQuestion(route: Route, site: Site, data: QuestionnaireData): ComponentChild {
  const item = route.view === 'question' && data.items.find(({ id }) => id === route.item);
  return item && h(QuestionView, staticQuestionProps(site, data, item));
}

/** One question with this person's answer in it. */
export function questionScreen(
  stage: ScreenContext,
  item: AskedQuestion,
  depth: Depth,
  notice: ComponentChild,
): ComponentChild {
  const { session, data, act } = stage;
  const next = data.items[data.items.indexOf(item) + 1];
  const ask = answerFieldsetProps(stage, item, notice);
  return h(QuestionView, {
    ...ask,
    done: answeredByStage(data, session.answers),
    status: session.status,
    actions: {
      ...ask.actions,
      proceed: () => {
        const back = stage.returnToCheck || !next;
        stage.returnToCheck = false;
        stage.go(back ? { view: 'check', depth } : { view: 'question', depth, item: next.id });
      },
      toggleKeys: (on) =>
        act(() => {
          session.shortcutsOn = on;
        }),
    },
  });
}
