import './jitless.ts';
import { type ComponentChild, h, hydrate, render } from 'preact';
import { formatDate } from '../i18n/dates.ts';
import type { Translate } from '../i18n/translate.ts';
import type { AskData, AskedItem, CommonData, ReportData, Site } from '../views/data.ts';
import { Notices } from '../views/Notices.tsx';
import type { Decision } from '../views/Ownership.tsx';
import type { Explained } from '../views/report-parts.tsx';
import { fragment, leaveFor, onLink, onOtherTab, onPathChange, pathname, printPage, showPath } from './browser.ts';
import type { Depth } from './depths.ts';
import { base, dataFile, howToFile, link, root, stylesOf, translate } from './files.ts';
import { askData, besideAnswers, check, keeping, meetingWay, screens, stageWay, withFile } from './parts.ts';
import { fetchCarryOver } from './read-draft.ts';
import type { Asked } from './report-page.ts';
import { parseRoute, type Route, routePath } from './route.ts';
import type { Panel, Stage } from './screens.ts';
import { Session } from './session.ts';

const depthOf = (route: Route): Depth => (route.view === 'start' ? 'quick' : route.depth);

/** The assessment in one tab: it shows the screen of a route and passes on what a person does. */
class Assessment {
  private route: Route;
  private returnToCheck = false;
  private asked: Pick<Asked, 'explained' | 'tryOut' | 'sharing' | 'loaded'> = {
    explained: undefined,
    tryOut: false,
    sharing: false,
    loaded: undefined,
  };
  private panel: Panel | undefined;
  private loadedBeside: typeof import('./beside.ts') | undefined;
  private readonly root: HTMLElement;
  private readonly session: Session;
  private readonly site: Site;
  private readonly t: Translate;
  private readonly common: CommonData;

  constructor(root: HTMLElement, route: Route, common: CommonData) {
    this.root = root;
    this.route = route;
    this.common = common;
    this.t = translate(common.language);
    this.site = { t: this.t, language: common.language, link };
    this.session = new Session(common.index, this.t, () => void this.show(false));
  }

  /** Takes over the page as the server wrote it, then shows this person's answers in it. */
  async open(): Promise<void> {
    if (this.route.view === 'report') this.root.replaceChildren();
    else hydrate(await this.written(await askData(depthOf(this.route))), this.root);
    await this.show(/^(question|stage|meeting)$/.test(this.route.view));
    onLink(this.root, (path) => this.goTo(path));
    onPathChange(() => {
      const route = parseRoute(pathname().slice(base.length));
      if (!route) return leaveFor(pathname());
      this.route = route;
      void this.show(true);
    });
    onOtherTab(() => {
      void fetchCarryOver(this.common.index).then(() => this.act(() => this.session.refresh()));
    });
  }

  private async written(data: AskData): Promise<ComponentChild> {
    const { route, site } = this;
    if (route.view === 'stage') return (await stageWay()).writtenStage(route.stage, site, data);
    if (route.view === 'meeting') return (await meetingWay()).writtenMeeting(route.item, site, data);
    if (route.view === 'check') return (await check()).writtenCheck(site, data);
    if (route.view !== 'start') return (await screens()).writtenQuestion(route, site, data);
    return (await import('./start-screen.ts')).writtenStart(this.site, data);
  }

  private go(route: Route, place = ''): void {
    this.route = route;
    this.panel = undefined;
    showPath(link(routePath(route)) + place);
    void this.show(true);
  }

  /** Goes where a path of this site leads, if that is within the assessment. */
  private goTo(path: string): boolean {
    const [page = '', place] = path.split('#');
    const route = page.startsWith(base) ? parseRoute(page.slice(base.length)) : null;
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
    const stage = this.stage(await askData(depthOf(route)));
    if (route.view === 'check')
      return (await check()).checkScreen(stage, route.depth, this.beside()?.besideCheck(stage));
    const besideOf = (item: AskedItem) => this.beside()?.besideQuestion(stage, item);
    if (route.view === 'stage') return (await stageWay()).stageScreen(stage, route.stage, besideOf);
    if (route.view === 'meeting') return (await meetingWay()).meetingScreen(stage, route.item, besideOf);
    const item = route.view === 'question' && stage.data.items.find(({ id }) => id === route.item);
    if (item && route.view === 'question') {
      if (item === stage.data.items.at(-1)) void check();
      return (await screens()).questionScreen(stage, item, route.depth, besideOf(item));
    }
    const [{ startScreen }, panel] = await Promise.all([
      import('./start-screen.ts'),
      this.panelScreen(stage),
      stylesOf('start'),
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

  private async panelScreen(stage: Stage): Promise<ComponentChild> {
    if (!this.panel || this.panel.kind === 'rename') return null;
    const [{ panelScreen }, all] = await Promise.all([keeping(), askData('full')]);
    return this.panel && panelScreen(stage, this.panel, all);
  }

  private openPanel(panel: Panel | undefined, focus: string): void {
    this.act(() => {
      this.panel = panel;
    }, focus);
  }

  private stage(data: AskData): Stage {
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
    const asked = this.common.index.items.filter((item) => depth === 'full' || item.depth === 'quick');
    const open = asked.find((item) => !answers.has(item.id));
    this.go(open ? { view: 'question', depth, item: open.id } : { view: 'check', depth });
  }

  private async reportScreen(depth: Depth): Promise<ComponentChild> {
    const [{ reportPage }, data] = await Promise.all([
      import('./report-page.ts'),
      dataFile<ReportData>('report'),
      stylesOf('report'),
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
      explain: (explained: Explained) => this.ask({ explained }),
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
    return reportPage(this.site, data, session.draft.answers, depth, actions, asked, howToFile, kept);
  }

  /** Shows what was asked of the report; what answers is loaded with the first question. */
  private async ask(wish: Partial<Pick<Asked, 'explained' | 'tryOut' | 'sharing'>>): Promise<void> {
    const loaded = await withFile(import('./workings.ts'), 'workings');
    this.asked = { ...this.asked, ...wish, loaded };
    await this.show(false);
  }

  private notices(): ComponentChild {
    const { session, site } = this;
    return h(Notices, {
      site,
      storageProblem: session.storageProblem,
      setAside: session.shelf.setAside,
      actions: {
        download: () => session.download(),
        downloadAside: (key) => session.downloadAside(key),
        deleteAside: (key) => this.act(() => session.deleteAside(key)),
      },
    });
  }
}

/** What every screen needs, from the file that the first screen loads anyway. */
const commonData = (route: Route): Promise<CommonData> =>
  route.view === 'report' ? dataFile<ReportData>('report') : askData(depthOf(route));

const route = parseRoute(pathname().slice(base.length));
if (route?.view === 'question') void screens();
/** Pages beside the assessment. They start here, so that what they share with it stays in one file. */
const pages: Record<string, () => Promise<{ open(root: HTMLElement): Promise<void> }>> = {
  compare: () => import('./compare-page.ts'),
  open: () => import('./opened.ts'),
  teams: () => import('./teams-page.ts'),
  together: () => import('./together-page.ts'),
};

/** Starts what this page is: one beside the assessment, or a screen of it. */
async function start(app: HTMLElement): Promise<void> {
  const page = pages[app.dataset['page'] ?? ''];
  if (page) return (await page()).open(app);
  if (!route) return;
  const common = await commonData(route);
  await fetchCarryOver(common.index);
  return new Assessment(app, route, common).open();
}
if (root) void start(root);
