import type { ComponentChild } from 'preact';
import type { Answer, Answers } from '../../core/answers/answers.ts';
import type { LostPart } from '../../core/answers/lost-part.ts';
import type { Depth } from '../../core/model/ids.ts';
import type { Proposals } from '../../core/proposals/proposals.ts';
import type { FindingsController, FindingsParts } from '../proposals/findings-controller.ts';
import type { Route } from '../shared/routes.ts';
import type { Question, QuestionnaireData, Site } from '../shared/view-data.ts';
import type { Session } from '../storage/session.ts';

/** What is open on the start page: a field to rename a draft, or a panel below the list of drafts. */
export type Panel =
  | { kind: 'rename'; id: string }
  | { kind: 'restore'; id: string }
  /** A file that was read, and the draft that it is compared with; without one there is none to compare. */
  | { kind: 'import'; answers: Answers; lost: readonly LostPart[]; targetId: string | undefined }
  /** A proposals file that was read, and the draft that it would be put beside. */
  | { kind: 'proposals'; proposals: Proposals; lost: readonly LostPart[]; targetId: string | undefined }
  | { kind: 'refused'; title: string; problem: string };

/** A question, and its answer before the last choice. */
interface ReplacedAnswer {
  item: string;
  before: Answer | undefined;
}

/** What the page of the assessment remembers, apart from its route and the person's answers. */
export interface PageState {
  panel: Panel | undefined;
  /** The file that the person chose last: another that takes longer to read does not replace it. */
  chosenFile: File | undefined;
  /** Set while a single answer is changed from the check page, to return there. */
  returnsToCheck: boolean;
  /** The answer that the last choice has replaced. */
  replaced: ReplacedAnswer | undefined;
  /** The same, if the choice has led to the next question. */
  advanced: ReplacedAnswer | undefined;
  /** Why questions are asked, by item, once the person has opened it; null while it is being fetched. */
  rationales: Map<string, ComponentChild | null>;
  /** The item whose rationale came with the page, in words for any context. */
  servedItem: string | undefined;
  /** Whether previous answers are shown; undefined until the stored choice is read. */
  showsPreviousAnswers: boolean | undefined;
  /** Whether the check page of a follow-up shows the answers that were carried over, too. */
  showsCarried: boolean;
  /** Folded questions of the stage on screen; undefined until a stage is shown. */
  folded: Set<string> | undefined;
  /** The draft whose report asks for a name because it had none when the report was opened. */
  unnamedDraft: string | undefined;
  /** Gives the timer of a question in a meeting; undefined until the person asks for a timer. */
  timerOf: ((item: string) => ComponentChild) | undefined;
}

/** The state of a page that has just been opened. */
export const emptyPageState = (): PageState => ({
  panel: undefined,
  chosenFile: undefined,
  returnsToCheck: false,
  replaced: undefined,
  advanced: undefined,
  rationales: new Map(),
  servedItem: undefined,
  showsPreviousAnswers: undefined,
  showsCarried: false,
  folded: undefined,
  unnamedDraft: undefined,
  timerOf: undefined,
});

/** The state of the page, and what a screen can do with it. */
export interface PageActions {
  session: Session;
  site: Site;
  state: PageState;
  go(route: Route): void;
  /** Goes to a path below the site's base. */
  goTo(path: string): void;
  /** Makes a change and renders; then moves the focus to the first match of a selector, if one is given. */
  update(change: () => void, focus?: string): void;
  /** Renders again after something has loaded. */
  rerender(): void;
  /**
   * Goes to the first unanswered question of a depth, or to the check page if there is none.
   * @param includesCarried whether a follow-up also counts questions that it does not ask
   */
  startAt(depth: Depth, includesCarried?: boolean): void;
  /** Opens or closes a panel of the start page; then moves the focus to the first match of a selector. */
  openPanel(panel: Panel | undefined, focus: string): void;
}

/** What a screen of the questionnaire is made from. */
export interface ScreenContext extends PageActions {
  data: QuestionnaireData;
  /** Notices below a question: why a follow-up asks it, a conflict with another tab, and the previous answer. */
  noticesOf(question: Question): ComponentChild;
  /** The findings about a question; undefined if there are none. */
  findingsOf(question: Question, isTitled?: boolean): FindingsParts | undefined;
  /** Loads the code that shows findings and keeps the proposals of an assessment. */
  openFindings(): Promise<FindingsController>;
}
