import { type ComponentChild, hydrate } from 'preact';
import type { Depth } from '../../core/model/ids.ts';
import { fragment, onLinkClick, onOtherTabs, replacePage } from '../platform/browser.ts';
import { fetchQuestionnaire, fetchReportData, link, translatorFor } from '../platform/data-files.ts';
import { noteLoss } from '../platform/load-error.ts';
import { yieldToMain } from '../platform/scheduling.ts';
import type { FindingsController } from '../proposals/findings-controller.ts';
import type { ReportPage } from '../report/report-page.ts';
import { renderInto } from '../shared/rendering.ts';
import { reportTitle } from '../shared/report-title.ts';
import type { Route } from '../shared/routes.ts';
import type { CommonData, QuestionnaireData, Site } from '../shared/view-data.ts';
import { DraftStore } from '../storage/draft-store.ts';
import { resume } from '../storage/resume.ts';
import { Session } from '../storage/session.ts';
import { hasProposals } from '../storage/stored-texts.ts';
import { askedData, firstOpen } from './asked-questions.ts';
import { keptContent } from './kept-content.ts';
import { newestOnly } from './newest-only.ts';
import { PageNotices } from './page-notices.ts';
import { Router, routeOfAddress } from './router.ts';
import { emptyPageState, type PageActions, type PageState, type ScreenContext } from './screen-context.ts';
import { findingsPart, firstRender, questionPart, reportPart, screenOf } from './screens.ts';

const depthOf = (route: Route): Depth => (route.view === 'start' ? 'quick' : route.depth);
const questionnaireOf = (route: Route): Promise<QuestionnaireData> => fetchQuestionnaire(depthOf(route));

/** The assessment in one tab: owns the state of the page, renders the screen of the route and carries out actions. */
class AssessmentApp {
  readonly #root: HTMLElement;
  readonly #common: CommonData;
  readonly #site: Site;
  readonly #session: Session;
  readonly #router: Router;
  readonly #state: PageState = emptyPageState();
  readonly #notices = new PageNotices();
  #report: ReportPage | undefined;
  #findings: FindingsController | undefined;
  /** An earlier render would take back what the person has typed since. */
  readonly #renderNewest = newestOnly(
    () => this.#screen(this.#router.route),
    (screen) => this.#show(screen),
  );

  constructor(root: HTMLElement, route: Route, common: CommonData, store: DraftStore) {
    this.#root = root;
    this.#common = common;
    this.#site = { t: translatorFor(common.language), language: common.language, link };
    this.#session = new Session(store, this.#site.t, () => void this.#render());
    const show = ({ view }: Route) => {
      if (view !== 'start') this.#state.panel = undefined;
      Object.assign(this.#state, { folded: undefined, unnamedDraft: undefined });
      void this.#render(true);
    };
    this.#router = new Router(route, (next) => this.#screen(next), show);
  }

  /** Shows the page, and from then on what the person and other tabs do. */
  async open(): Promise<void> {
    const opening = this.#renderFirst();
    onOtherTabs(async () => {
      await opening; // the drafts are already read: what another tab changes meanwhile counts as well
      if ((await resume(this.#session)) || this.#router.route.view === 'start') await this.#render();
      else replacePage(link('/assess/'));
    });
    await opening;
    onLinkClick(this.#root, (path) => this.#router.goTo(path));
    this.#router.listen();
  }

  /** Hydrates the page that the server rendered, then fills in this person's answers. */
  async #renderFirst(): Promise<void> {
    const { route } = this.#router;
    if (route.view === 'report') this.#root.replaceChildren();
    else hydrate(firstRender(route, await this.#screenAsServed(route)), this.#root);
    await yieldToMain();
    await this.#render(/^(question|stage|meeting)$/.test(route.view));
  }

  /** The server-rendered screen. It reuses the rationale already in the page. */
  async #screenAsServed(route: Exclude<Route, { view: 'report' }>): Promise<ComponentChild> {
    const rationale = keptContent(this.#root.querySelector('.why-body'));
    if (route.view === 'question' && rationale)
      Object.assign(this.#state, { servedItem: route.item }).rationales.set(route.item, rationale);
    return screenOf(route).staticView(route, this.#site, await questionnaireOf(route), rationale);
  }

  /** Renders the screen of the route; `movesFocus` moves the focus to its heading, or to what the address names. */
  async #render(movesFocus = false): Promise<void> {
    await this.#renderNewest();
    if (movesFocus) this.#moveFocus();
  }

  #show(screen: ComponentChild): void {
    renderInto([screen, this.#notices.ofStorage(this.#actions())], this.#root);
    const heading = this.#root.querySelector('h1')?.textContent ?? '';
    document.title = this.#site.t('site.page-title', { title: this.#title(heading) });
  }

  #moveFocus(): void {
    const target = document.getElementById(fragment());
    scrollTo(0, 0);
    (target ?? this.#root.querySelector('h1'))?.focus();
    target?.scrollIntoView();
  }

  /** The title of the tab: the heading of the page, or the title of the report. */
  #title(heading: string): string {
    if (this.#router.route.view !== 'report') return heading;
    const headline = this.#root.querySelector('h1 .verdict')?.textContent ?? '';
    return reportTitle(this.#site, headline, this.#session.draft.answers);
  }

  async #screen(route: Route): Promise<ComponentChild> {
    const actions = this.#actions();
    if (route.view === 'report') return this.#reportScreen(route.depth, actions);
    const [data] = await Promise.all([questionnaireOf(route), this.#loadFindings()]);
    const notices = this.#notices.ofQuestions(actions);
    const context: ScreenContext = {
      ...actions,
      data: await askedData(route, data, this.#session.draft.answers, this.#state.showsCarried),
      noticesOf: (question) => notices?.questionNotices(context, question),
      findingsOf: (...question) => this.#findings?.partsFor(context, ...question),
      openFindings: () => this.#openFindings(),
    };
    return screenOf(route).withAnswers(route, context, () => [
      this.#findings?.checkNotices(context, data),
      notices?.checkNotices(context),
    ]);
  }

  async #openFindings(): Promise<FindingsController> {
    const { FindingsController } = await findingsPart();
    this.#findings ??= new FindingsController(this.#common.outline, () => void this.#render());
    return this.#findings;
  }

  /** Loads the code for proposals before the first screen, so that nothing moves when they appear. */
  async #loadFindings(): Promise<void> {
    if (hasProposals(this.#session.draft.id)) await this.#openFindings().catch(noteLoss);
  }

  async #reportScreen(depth: Depth, actions: PageActions): Promise<ComponentChild> {
    const { openReport, reportScreen } = await reportPart();
    this.#report ??= await openReport(actions);
    return reportScreen(actions, this.#report, depth);
  }

  async #update(change: () => void, focus?: string): Promise<void> {
    change();
    await this.#render();
    if (focus) this.#root.querySelector<HTMLElement>(focus)?.focus();
  }

  async #startAt(depth: Depth, includesCarried: boolean): Promise<void> {
    const item = firstOpen(this.#session.draft.answers, this.#common.outline, depth, includesCarried);
    void this.#router.go(item === undefined ? { view: 'check', depth } : { view: 'question', depth, item });
  }

  #actions(): PageActions {
    return {
      session: this.#session,
      site: this.#site,
      state: this.#state,
      go: (route) => void this.#router.go(route),
      goTo: (path) => this.#router.goTo(link(path)),
      update: (change, focus) => void this.#update(change, focus),
      rerender: () => void this.#render(),
      startAt: (depth, includesCarried = false) => void this.#startAt(depth, includesCarried),
      openPanel: (panel, focus) => void this.#update(() => Object.assign(this.#state, { panel }), focus),
    };
  }
}

/** Starts the assessment at the screen that the address names. */
export async function startAssessment(root: HTMLElement): Promise<void> {
  const route = routeOfAddress();
  if (!route) return;
  if (route.view === 'question') void questionPart();
  const common = await (route.view === 'report' ? fetchReportData() : fetchQuestionnaire(depthOf(route)));
  await yieldToMain(); // in one task, opening a question blocks a slow phone for 27 ms instead of 2 (Lighthouse)
  const store = await DraftStore.open(common.outline);
  await yieldToMain();
  await new AssessmentApp(root, route, common, store).open();
}
