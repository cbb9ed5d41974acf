import './jitless.ts';
import { type ComponentChild, h, hydrate, render } from 'preact';
import { formatDate } from '../i18n/dates.ts';
import type { Translate } from '../i18n/translate.ts';
import type { AskData, AskedItem, CommonData, ReportData, Site } from '../views/data.ts';
import { Notices } from '../views/Notices.tsx';
import type { Decision } from '../views/Ownership.tsx';
import type { Explained } from '../views/report-parts.tsx';
import { leaveFor, onOtherTab, onPathChange, pathname, printPage, showPath } from './browser.ts';
import type { Depth } from './depths.ts';
import { fetchCarryOver } from './drafts.ts';
import { base, dataFile, howToFile, link, reportStyles, root, translate } from './files.ts';
import type { Asked } from './report-page.ts';
import { parseRoute, type Route, routePath } from './route.ts';
import type { Panel, Stage } from './screens.ts';
import { Session } from './session.ts';

let loadedScreens: typeof import('./screens.ts') | undefined;
/**
 * Questions and the check page; a report does without them. Once loaded they are kept: asking the browser for the module
 * again takes a moment, in which a quick hand would still meet the question before.
 */
const screens = async () => {
  loadedScreens ??= await import('./screens.ts');
  return loadedScreens;
};
/** The rest of keeping: files, earlier states, answers of another tab. */
const keeping = () => Promise.all([import('./keeping.ts'), dataFile('keep')]).then(([module]) => module);
const askData = (depth: Depth) => dataFile<AskData>(depth);
const depthOf = (route: Route): Depth => (route.view === 'start' ? 'quick' : route.depth);

/** The assessment in one tab: it shows the screen of a route and passes on what a person does. */
class Assessment {
  private route: Route;
  private returnToCheck = false;
  private asked: Pick<Asked, 'explained' | 'tryOut' | 'loaded'> = {
    explained: undefined,
    tryOut: false,
    loaded: undefined,
  };
  private panel: Panel | undefined;
  /** The dialog that makes a link, while it is open. */
  private sharing: typeof import('./share.ts') | undefined;
  private conflictScreen: ((stage: Stage, item: AskedItem) => ComponentChild) | undefined;
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
    await this.show(this.route.view === 'question');
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
    if (this.route.view !== 'start') return (await screens()).writtenScreen(this.route, this.site, data);
    return (await import('./start-screen.ts')).writtenStart(this.site, data);
  }

  private go(route: Route): void {
    this.route = route;
    this.panel = undefined;
    showPath(link(routePath(route)));
    void this.show(true);
  }

  private act(change: () => void): void {
    change();
    void this.show(false);
  }

  /** Draws the screen of the route; after a step the focus goes to its heading. */
  private async show(moveFocus: boolean): Promise<void> {
    render([await this.screen(), this.notices()], this.root);
    const heading = this.root.querySelector('h1');
    document.title = this.t('site.page-title', { title: this.title(heading?.textContent ?? '') });
    if (!moveFocus) return;
    scrollTo(0, 0);
    heading?.focus();
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
    if (route.view === 'check') return (await screens()).checkScreen(stage, route.depth);
    const item = route.view === 'question' && stage.data.items.find(({ id }) => id === route.item);
    if (item && route.view === 'question') {
      const notice = this.conflict(stage, item);
      return (await screens()).questionScreen(stage, item, route.depth, notice);
    }
    const [{ startScreen }, panel] = await Promise.all([import('./start-screen.ts'), this.panelScreen(stage)]);
    return startScreen(stage, panel);
  }

  /** What another tab answered differently; the question does not wait for the script that shows it. */
  private conflict(stage: Stage, item: AskedItem): ComponentChild {
    if (this.session.conflict(item.id) && !this.conflictScreen) {
      void keeping().then((module) => {
        this.conflictScreen = module.conflictScreen;
        return this.show(false);
      });
    }
    return this.conflictScreen?.(stage, item);
  }

  private async panelScreen(stage: Stage): Promise<ComponentChild> {
    if (!this.panel) return null;
    const [{ panelScreen }, all] = await Promise.all([keeping(), askData('full')]);
    return this.panel && panelScreen(stage, this.panel, all);
  }

  private async openPanel(panel: Panel | undefined): Promise<void> {
    this.panel = panel;
    await this.show(false);
    this.root.querySelector<HTMLElement>(panel ? '#keeping h2' : '.kept h2, h1')?.focus();
  }

  private stage(data: AskData): Stage {
    const self = this;
    return {
      session: this.session,
      site: this.site,
      data,
      go: (route) => this.go(route),
      act: (change) => this.act(change),
      startAt: (depth) => this.startAt(depth),
      openPanel: (panel) => void this.openPanel(panel),
      importFile: (file) => {
        const stage = this.stage(data);
        void keeping()
          .then((module) => module.readFile(file, stage))
          .then((panel) => this.openPanel(panel));
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
      reportStyles(),
    ]);
    const { session } = this;
    const actions = {
      changeAnswers: () => this.go({ view: 'check', depth }),
      download: () => session.download(),
      print: printPage,
      share: () => this.share(),
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
      close: () => void this.ask({ explained: undefined }),
    };
    const { answers } = session.draft;
    const kept = session.drafts.map((each) => each.answers);
    const dialog = this.sharing?.shareDialog(this.site, data, answers, actions.download, () => {
      this.sharing = undefined;
      void this.show(false);
    });
    return [await reportPage(this.site, data, answers, depth, actions, asked, howToFile, kept), dialog];
  }

  /** Opens the dialog that makes a link. */
  private async share(): Promise<void> {
    [this.sharing] = await Promise.all([import('./share.ts'), dataFile('share')]);
    await this.show(false);
  }

  /** Shows what was asked of the report; what answers is loaded with the first question. */
  private async ask(wish: Partial<Pick<Asked, 'explained' | 'tryOut'>>): Promise<void> {
    const [loaded] = await Promise.all([import('./workings.ts'), dataFile('workings')]);
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
if (route?.view === 'question' || route?.view === 'check') void screens();
if (root?.dataset['opens'] !== undefined) {
  const app = root;
  void import('./opened.ts').then(({ openPage }) => openPage(app));
} else if (root && route) {
  const app = root;
  void commonData(route).then(async (common) => {
    await fetchCarryOver(common.index);
    return new Assessment(app, route, common).open();
  });
}

/** Pages beside the assessment. They start here, so that what they share with it stays in one file. */
const pages: Record<string, () => Promise<{ open(root: HTMLElement): Promise<void> }>> = {
  compare: () => import('./compare-page.ts'),
  together: () => import('./together-page.ts'),
};
const page = pages[root?.dataset['page'] ?? ''];
if (root && page) {
  const app = root;
  void page().then(({ open }) => open(app));
}
