import type { ComponentChild } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import type { Depth } from '../../core/model/ids.ts';
import type { Route } from '../shared/routes.ts';
import type { AskedQuestion, QuestionnaireData, Site } from '../shared/view-data.ts';
import type { Session } from '../storage/session.ts';

/** What is open on the start page: a new name in the list, or below it earlier states, a file, or why one was refused. */
export type Panel =
  | { kind: 'rename'; id: string }
  | { kind: 'restore'; id: string }
  | { kind: 'import'; file: Answers; into: string | undefined }
  | { kind: 'refused'; problem: string };

/** What the page of the assessment remembers apart from the person's answers. */
export interface PageState {
  route: Route;
  panel: Panel | undefined;
  /** Set while a single answer is changed from the check page, to return there. */
  returnToCheck: boolean;
  /** Why questions are asked, by item, once somebody has opened it; null while it is being fetched. */
  rationales: Map<string, ComponentChild | null>;
  /** Whether answers of last time are shown; undefined until the stored choice is read. */
  showsPreviousAnswers: boolean | undefined;
  /** The timer of a meeting, once somebody has asked for it. */
  timerFor: ((item: string) => ComponentChild) | undefined;
}

/** What a screen is made from, and what it can do. */
export interface ScreenContext {
  session: Session;
  site: Site;
  data: QuestionnaireData;
  state: PageState;
  /** Shown with a question: another tab's answer, and the answer of last time. */
  noticesFor(item: AskedQuestion): ComponentChild;
  go(route: Route): void;
  /** Goes to a path below the site's base. */
  goTo(path: string): void;
  /** Makes a change and renders again; then the first match of a selector gets the focus. */
  act(change: () => void, focus?: string): void;
  /** Renders again after something has changed by itself. */
  changed(): void;
  /** Goes to the first unanswered question of a depth. */
  startAt(depth: Depth): void;
  /** Opens or closes a panel of the start page; then the first match of a selector gets the focus. */
  openPanel(panel: Panel | undefined, focus: string): void;
}
