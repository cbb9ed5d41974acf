import { type ComponentChild, h, hydrate, render } from 'preact';
import { askedAt, type Depth } from '../../core/model/ids.ts';
import { formatDate } from '../../i18n/dates.ts';
import {
  fragment,
  navigateTo,
  onLinkClick,
  onPathChange,
  onStorageChange,
  pathname,
  pushPath,
} from '../platform/browser.ts';
import { basePath, fetchData, link, translatorFor } from '../platform/data-files.ts';
import type { ReportPage } from '../report/report-page.ts';
import { parseRoute, type Route, routePath } from '../shared/routes.ts';
import type { CommonData, QuestionnaireData, Site } from '../shared/view-data.ts';
import { DraftStore } from '../storage/draft-store.ts';
import { Session } from '../storage/session.ts';
import { Notices } from './Notices.tsx';
import type { PageState, Panel, ScreenContext } from './screen-context.ts';
import { noticesPart, questionPart, reportPart, screenOf } from './screens.ts';

type NoticesModule = Awaited<ReturnType<typeof noticesPart>>;

const depthOf = (route: Route): Depth => (route.view === 'start' ? 'quick' : route.depth);
const questionnaireData = (depth: Depth): Promise<QuestionnaireData> => fetchData(depth);

/** The assessment in one tab: it owns the state of the page, renders the screen of a route and carries out actions. */
class AssessmentApp {
  readonly #root: HTMLElement;
  readonly #common: CommonData;
  readonly #site: Site;
  readonly #session: Session;
  readonly #state: PageState;
  #report: ReportPage | undefined;
  #notices: NoticesModule | undefined;

  constructor(root: HTMLElement, route: Route, common: CommonData, store: DraftStore) {
    this.#root = root;
    this.#common = common;
    this.#site = { t: translatorFor(common.language), language: common.language, link };
    this.#session = new Session(store, this.#site.t, () => void this.#show());
    this.#state = {
      route,
      panel: undefined,
      returnToCheck: false,
      rationales: new Map(),
      showsPreviousAnswers: undefined,
      timerFor: undefined,
    };
  }

  /** Takes over the page as the server rendered it, then shows this person's answers in it. */
  async open(): Promise<void> {
    const { route } = this.#state;
    if (route.view === 'report') this.#root.replaceChildren();
    else {
      const data = await questionnaireData(depthOf(route));
      hydrate(await screenOf(route).asServed(route, this.#site, data), this.#root);
    }
    await this.#show(/^(question|stage|meeting)$/.test(route.view));
    onLinkClick(this.#root, (path) => this.#goTo(path));
    onPathChange(() => this.#followAddress());
    onStorageChange(() => void this.#takeInOtherTabs());
  }

  #followAddress(): void {
    const route = parseRoute(pathname().slice(basePath.length));
    if (!route) {
      navigateTo(pathname());
      return;
    }
    this.#state.route = route;
    void this.#show(true);
  }

  async #takeInOtherTabs(): Promise<void> {
    await this.#session.store.loadParser();
    this.#session.refresh();
    await this.#show();
  }

  #go(route: Route, anchor = ''): void {
    this.#state.route = route;
    this.#state.panel = undefined;
    pushPath(link(routePath(route)) + anchor);
    void this.#show(true);
  }

  /** Goes to a path of this site, if it is within the assessment. */
  #goTo(path: string): boolean {
    const [page = '', anchor] = path.split('#');
    const route = page.startsWith(basePath) ? parseRoute(page.slice(basePath.length)) : null;
    if (route) this.#go(route, anchor && `#${anchor}`);
    return route !== null;
  }

  #startAt(depth: Depth): void {
    const { answers } = this.#session;
    const open = this.#common.outline.items.filter(askedAt(depth)).find((item) => !answers.has(item.id));
    this.#go(open ? { view: 'question', depth, item: open.id } : { view: 'check', depth });
  }

  async #act(change: () => void, focus?: string): Promise<void> {
    change();
    await this.#show();
    if (focus) this.#root.querySelector<HTMLElement>(focus)?.focus();
  }

  #openPanel(panel: Panel | undefined, focus: string): void {
    void this.#act(() => {
      this.#state.panel = panel;
    }, focus);
  }

  /** Renders the screen of the route; after a step the focus goes to its heading, or to what the address names. */
  async #show(movesFocus = false): Promise<void> {
    render([await this.#screen(), this.#storageNotices()], this.#root);
    const target = movesFocus && document.getElementById(fragment());
    const heading = this.#root.querySelector('h1');
    document.title = this.#site.t('site.page-title', { title: this.#title(heading?.textContent ?? '') });
    if (!movesFocus) return;
    scrollTo(0, 0);
    (target || heading)?.focus();
    if (target) target.scrollIntoView();
  }

  /** The title of the tab: a report carries its system and date, so that a saved copy can be told from others. */
  #title(heading: string): string {
    const { t, language } = this.#site;
    const { system, date } = this.#session.draft.answers;
    if (this.#state.route.view !== 'report') return heading;
    return t('report.page-title', { system: system || t('report.unnamed'), date: formatDate(date ?? '', language) });
  }

  async #screen(): Promise<ComponentChild> {
    const { route } = this.#state;
    if (route.view === 'report') return this.#reportScreen(route.depth);
    const context = this.#contextOf(await questionnaireData(depthOf(route)));
    return screenOf(route).withAnswers(route, context, this.#loadedNotices()?.checkNotices(context));
  }

  async #reportScreen(depth: Depth): Promise<ComponentChild> {
    const { openReport, reportScreen } = await reportPart();
    const context = this.#actions();
    this.#report ??= await openReport(context);
    return reportScreen(context, this.#report, depth);
  }

  /** What other tabs and last time say; no screen waits for the script that shows it. */
  #loadedNotices(): NoticesModule | undefined {
    const { draft, conflicts } = this.#session;
    const isNeeded = draft.answers.previous || draft.answers.reread || conflicts.length > 0;
    if (!this.#notices && isNeeded) {
      void noticesPart().then((module) => {
        this.#notices = module;
        return this.#show();
      });
    }
    return this.#notices;
  }

  #actions(): Omit<ScreenContext, 'data' | 'noticesFor'> {
    return {
      session: this.#session,
      site: this.#site,
      state: this.#state,
      go: (route) => this.#go(route),
      goTo: (path) => this.#goTo(link(path)),
      act: (change, focus) => void this.#act(change, focus),
      changed: () => void this.#show(),
      startAt: (depth) => this.#startAt(depth),
      openPanel: (panel, focus) => this.#openPanel(panel, focus),
    };
  }

  #contextOf(data: QuestionnaireData): ScreenContext {
    const context: ScreenContext = {
      ...this.#actions(),
      data,
      noticesFor: (item) => this.#loadedNotices()?.questionNotices(context, item),
    };
    return context;
  }

  #storageNotices(): ComponentChild {
    const session = this.#session;
    return h(Notices, {
      site: this.#site,
      storageProblem: session.storageProblem,
      quarantined: session.quarantined,
      actions: {
        download: () => session.download(),
        downloadQuarantined: (key) => session.downloadQuarantined(key),
        deleteQuarantined: (key) => void this.#act(() => session.deleteQuarantined(key)),
      },
    });
  }
}

/** Starts the assessment at the screen that the address names. */
export async function startAssessment(root: HTMLElement): Promise<void> {
  const route = parseRoute(pathname().slice(basePath.length));
  if (!route) return;
  if (route.view === 'question') void questionPart();
  const common = await fetchData<CommonData>(route.view === 'report' ? 'report' : depthOf(route));
  await new AssessmentApp(root, route, common, await DraftStore.open(common.outline)).open();
}
