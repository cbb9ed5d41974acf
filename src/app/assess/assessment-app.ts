import { type ComponentChild, h, hydrate, render } from 'preact';
import type { Decision } from '../../core/answers/answers.ts';
import type { Depth } from '../../core/model/ids.ts';
import { askedAt } from '../../core/model/ids.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/translate.ts';
import {
  fragment,
  navigateTo,
  onLinkClick,
  onPathChange,
  onStorageChange,
  pathname,
  printPage,
  pushPath,
} from '../platform/browser.ts';
import { basePath, fetchData, fetchHowTo, link, loadStyles, translatorFor } from '../platform/data-files.ts';
import type { ReportUiState } from '../report/report-page.ts';
import type { ExplainTarget } from '../report/report-parts.tsx';
import { parseRoute, type Route, routePath } from '../shared/routes.ts';
import type { AskedQuestion, CommonData, QuestionnaireData, ReportData, Site } from '../shared/view-data.ts';
import { DraftStore } from '../storage/draft-store.ts';
import { Session } from '../storage/session.ts';
import {
  besideAnswers,
  check,
  keeping,
  meetingWay,
  questionnaireData,
  screens,
  stageWay,
  withFile,
} from './lazy-modules.ts';
import { Notices } from './Notices.tsx';
import type { Panel, ScreenContext } from './question/question-screen.ts';

const depthOf = (route: Route): Depth => (route.view === 'start' ? 'quick' : route.depth);

/** The assessment in one tab: it shows the screen of a route and passes on what a person does. */
class Assessment {
  private route: Route;
  private returnToCheck = false;
  private asked: Pick<ReportUiState, 'explained' | 'tryOut' | 'sharing' | 'loaded'> = {
    explained: undefined,
    tryOut: false,
    sharing: false,
    loaded: undefined,
  };
  private panel: Panel | undefined;
  private loadedBeside: typeof import('./question/previous-answers.ts') | undefined;
  private readonly root: HTMLElement;
  private readonly session: Session;
  private readonly site: Site;
  private readonly t: Translate;
  private readonly common: CommonData;

  constructor(root: HTMLElement, route: Route, common: CommonData, store: DraftStore) {
    this.root = root;
    this.route = route;
    this.common = common;
    this.t = translatorFor(common.language);
    this.site = { t: this.t, language: common.language, link };
    this.session = new Session(store, this.t, () => void this.show(false));
  }

  /** Takes over the page as the server wrote it, then shows this person's answers in it. */
  async open(): Promise<void> {
    if (this.route.view === 'report') this.root.replaceChildren();
    else hydrate(await this.written(await questionnaireData(depthOf(this.route))), this.root);
    await this.show(/^(question|stage|meeting)$/.test(this.route.view));
    onLinkClick(this.root, (path) => this.goTo(path));
    onPathChange(() => {
      const route = parseRoute(pathname().slice(basePath.length));
      if (!route) return navigateTo(pathname());
      this.route = route;
      void this.show(true);
    });
    onStorageChange(() => {
      const { store } = this.session;
      void store.loadMigrations().then(() => this.act(() => this.session.refresh()));
    });
  }

  private async written(data: QuestionnaireData): Promise<ComponentChild> {
    const { route, site } = this;
    if (route.view === 'stage') return (await stageWay()).staticStage(route.stage, site, data);
    if (route.view === 'meeting') return (await meetingWay()).staticMeeting(route.item, site, data);
    if (route.view === 'check') return (await check()).staticCheck(site, data);
    if (route.view !== 'start') return (await screens()).staticQuestion(route, site, data);
    return (await import('./start/start-screen.ts')).staticStart(this.site, data);
  }

  private go(route: Route, place = ''): void {
    this.route = route;
    this.panel = undefined;
    pushPath(link(routePath(route)) + place);
    void this.show(true);
  }

  /** Goes where a path of this site leads, if that is within the assessment. */
  private goTo(path: string): boolean {
    const [page = '', place] = path.split('#');
    const route = page.startsWith(basePath) ? parseRoute(page.slice(basePath.length)) : null;
    if (route) this.go(route, place && `#${place}`);
    return route !== null;
  }

  private act(change: () => void, focus?: string): void {
    change();
    void this.show(false).then(() => focus && this.root.querySelector<HTMLElement>(focus)?.focus());
  }

  /** Draws the screen of the route; after a step the focus goes to its heading. */
  private async show(moveFocus: boolean): Promise<void> {
    render([await this.screen(), this.notices()], this.root);
    const place = moveFocus && document.getElementById(fragment());
    const heading = this.root.querySelector('h1');
    document.title = this.t('site.page-title', { title: this.title(heading?.textContent ?? '') });
    if (!moveFocus) return;
    scrollTo(0, 0);
    (place || heading)?.focus();
    if (place) place.scrollIntoView();
  }

  /** The title of the tab: a report carries its system and date, so that a saved copy can be told from others. */
  private title(heading: string): string {
    const { system, date } = this.session.draft.answers;
    if (this.route.view !== 'report') return heading;
    const named = { system: system || this.t('report.unnamed'), date: formatDate(date ?? '', this.site.language) };
    return this.t('report.page-title', named);
  }

  private async screen(): Promise<ComponentChild> {
    const { route } = this;
    if (route.view === 'report') return this.reportScreen(route.depth);
    const stage = this.stage(await questionnaireData(depthOf(route)));
    if (route.view === 'check')
      return (await check()).checkScreen(stage, route.depth, this.beside()?.checkNotices(stage));
    const besideOf = (item: AskedQuestion) => this.beside()?.questionNotices(stage, item);
    if (route.view === 'stage') return (await stageWay()).stageScreen(stage, route.stage, besideOf);
    if (route.view === 'meeting') return (await meetingWay()).meetingScreen(stage, route.item, besideOf);
    const item = route.view === 'question' && stage.data.items.find(({ id }) => id === route.item);
    if (item && route.view === 'question') {
      if (item === stage.data.items.at(-1)) void check();
      return (await screens()).questionScreen(stage, item, route.depth, besideOf(item));
    }
    const [{ startScreen }, panel] = await Promise.all([
      import('./start/start-screen.ts'),
      this.panelScreen(stage),
      loadStyles('start'),
    ]);
    return startScreen(stage, this.panel, panel);
  }

  /** What stands beside answers; no screen waits for the script that shows it. */
  private beside(): typeof this.loadedBeside {
    const { draft, conflicts } = this.session;
    const some = draft.answers.previous || draft.answers.reread || conflicts.length > 0;
    if (!this.loadedBeside && some) {
      void besideAnswers().then((module) => {
        this.loadedBeside = module;
        return this.show(false);
      });
    }
    return this.loadedBeside;
  }

  private async panelScreen(stage: ScreenContext): Promise<ComponentChild> {
    if (!this.panel || this.panel.kind === 'rename') return null;
    const [{ panelScreen }, all] = await Promise.all([keeping(), questionnaireData('full')]);
    return this.panel && panelScreen(stage, this.panel, all);
  }

  private openPanel(panel: Panel | undefined, focus: string): void {
    this.act(() => {
      this.panel = panel;
    }, focus);
  }

  private stage(data: QuestionnaireData): ScreenContext {
    const self = this;
    return {
      session: this.session,
      site: this.site,
      data,
      go: (route) => this.go(route),
      goTo: (path) => this.goTo(link(path)),
      act: (change, focus) => this.act(change, focus),
      startAt: (depth) => this.startAt(depth),
      openPanel: (panel, focus) => this.openPanel(panel, focus),
      importFile: (file) => {
        const stage = this.stage(data);
        void keeping()
          .then((module) => module.readFile(file, stage))
          .then((panel) => this.openPanel(panel, '#keeping h2'));
      },
      get returnToCheck() {
        return self.returnToCheck;
      },
      set returnToCheck(value) {
        self.returnToCheck = value;
      },
    };
  }

  private startAt(depth: Depth): void {
    const { answers } = this.session;
    const asked = this.common.outline.items.filter(askedAt(depth));
    const open = asked.find((item) => !answers.has(item.id));
    this.go(open ? { view: 'question', depth, item: open.id } : { view: 'check', depth });
  }

  private async reportScreen(depth: Depth): Promise<ComponentChild> {
    const [{ reportPage }, data] = await Promise.all([
      import('../report/report-page.ts'),
      fetchData<ReportData>('report'),
      loadStyles('report'),
    ]);
    const { session } = this;
    const actions = {
      changeAnswers: () => this.go({ view: 'check', depth }),
      download: () => session.download(),
      print: printPage,
      share: () => this.ask({ sharing: true }),
      deepen: () => this.startAt('full'),
      decide: (practice: string, part: Partial<Decision>) => this.act(() => session.decide(practice, part)),
      override: (signal: string, reason: string) => this.act(() => session.override(signal, reason)),
      explain: (explained: ExplainTarget) => this.ask({ explained }),
      tryOut: () => this.ask({ tryOut: true }),
    };
    const asked = {
      ...this.asked,
      setTarget: (item: string, level: number | null, reason: string) =>
        this.act(() => session.target(item, level, reason)),
      close: () => void this.ask({ explained: undefined, sharing: false }),
      changed: () => void this.show(false),
    };
    const kept = session.drafts.map((each) => each.answers);
    return reportPage(this.site, data, session.draft.answers, depth, actions, asked, fetchHowTo, kept);
  }

  /** Shows what was asked of the report; what answers is loaded with the first question. */
  private async ask(wish: Partial<Pick<ReportUiState, 'explained' | 'tryOut' | 'sharing'>>): Promise<void> {
    const loaded = await withFile(import('../report/explain-dialog.ts'), 'workings');
    this.asked = { ...this.asked, ...wish, loaded };
    await this.show(false);
  }

  private notices(): ComponentChild {
    const { session, site } = this;
    return h(Notices, {
      site,
      storageProblem: session.storageProblem,
      setAside: session.quarantined,
      actions: {
        download: () => session.download(),
        downloadAside: (key) => session.downloadQuarantined(key),
        deleteAside: (key) => this.act(() => session.deleteQuarantined(key)),
      },
    });
  }
}

/** What every screen needs, from the file that the first screen loads anyway. */
const commonData = (route: Route): Promise<CommonData> =>
  route.view === 'report' ? fetchData<ReportData>('report') : questionnaireData(depthOf(route));

/** Starts the assessment at the screen that the address names. */
export async function startAssessment(root: HTMLElement): Promise<void> {
  const route = parseRoute(pathname().slice(basePath.length));
  if (!route) return;
  if (route.view === 'question') void screens();
  const common = await commonData(route);
  await new Assessment(root, route, common, await DraftStore.open(common.outline)).open();
}
