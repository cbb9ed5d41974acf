import './jitless.ts';
import { type ComponentChild, h, hydrate, render } from 'preact';
import { formatAge, formatDate } from '../i18n/dates.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { blankQuestion } from '../views/blank.ts';
import { CheckView } from '../views/CheckView.tsx';
import type { AskData, AskedItem, Site } from '../views/data.ts';
import { Notices } from '../views/Notices.tsx';
import { QuestionView, type SectionState } from '../views/QuestionView.tsx';
import { type KeptAssessment, StartView } from '../views/StartView.tsx';
import { fetchJson, leaveFor, now, onOtherTab, onPathChange, pathname, showPath } from './browser.ts';
import type { Depth } from './depths.ts';
import { parseRoute, type Route, routePath } from './route.ts';
import { Session } from './session.ts';

const root = document.getElementById('app');
const base = (root?.dataset['base'] ?? '/').replace(/\/$/, '');
const link = (path: string) => base + path;
const dataOf = (depth: Depth) => fetchJson<AskData>(link(`/assess/${depth}.json`));

/** The assessment in one tab: it shows the view of a route and passes on what a person does. */
class Assessment {
  private route: Route;
  private readonly session: Session;
  private readonly site: Site;
  private readonly t: Translate;
  private data: AskData;
  /** Set while a single answer is changed from the check page, to return there. */
  private returnToCheck = false;
  private readonly root: HTMLElement;

  constructor(root: HTMLElement, route: Route, data: AskData) {
    this.root = root;
    this.route = route;
    this.data = data;
    this.t = translator(data.strings, data.language);
    this.site = { t: this.t, language: data.language, link };
    this.session = new Session(data.index, this.t);
  }

  /** Takes over the page as the server wrote it, then shows this person's answers in it. */
  async open(): Promise<void> {
    const written = this.written();
    if (written) hydrate(written, this.root);
    await this.show(this.route.view === 'question');
    onPathChange(() => {
      const route = parseRoute(pathname().slice(base.length));
      if (!route) return leaveFor(pathname());
      this.route = route;
      void this.show(true);
    });
    onOtherTab(() => {
      this.session.refresh();
      void this.show(false);
    });
  }

  private async go(route: Route): Promise<void> {
    this.route = route;
    showPath(link(routePath(route)));
    await this.show(true);
  }

  /** Draws the view of the route; after a step the focus goes to its heading. */
  private async show(moveFocus: boolean): Promise<void> {
    if (this.route.view !== 'start' && this.data.depth !== this.route.depth) this.data = await dataOf(this.route.depth);
    const view = await this.view();
    const { session, site } = this;
    const notices = h(Notices, {
      site,
      storageProblem: session.storageProblem,
      setAside: session.shelf.setAside,
      actions: {
        download: () => session.download(),
        downloadAside: (key) => session.downloadAside(key),
        deleteAside: (key) => this.act(() => session.deleteAside(key)),
      },
    });
    render([view, notices], this.root);
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
    return this.t('report.page-title', {
      system: system || this.t('report.unnamed'),
      date: formatDate(date ?? '', this.data.language),
    });
  }

  private act(change: () => void): void {
    change();
    void this.show(false);
  }

  private view(): Promise<ComponentChild> | ComponentChild {
    const { route } = this;
    if (route.view === 'start') return this.startView();
    if (route.view === 'check') return this.checkView(route.depth);
    if (route.view === 'report') return this.reportView(route.depth);
    const item = this.data.items.find(({ id }) => id === route.item);
    return item ? this.questionView(item, route.depth) : this.startView();
  }

  /** The page as the server wrote it: without a person's answers, and with nothing to do. */
  private written(): ComponentChild {
    const { route, site, data } = this;
    if (route.view === 'question') {
      const item = data.items.find(({ id }) => id === route.item);
      return item && h(QuestionView, blankQuestion(site, data, item));
    }
    if (route.view === 'check') return h(CheckView, { site, data, answers: new Map(), actions: undefined });
    if (route.view === 'start') {
      const answers = { system: '', context: {} };
      return h(StartView, { site, data, kept: [], answers, deleted: undefined, actions: undefined });
    }
    return undefined;
  }

  private kept(): KeptAssessment[] {
    const { index } = this.data;
    return this.session.shelf.drafts.map(({ id, answers, savedAt }) => {
      const states = new Map(answers.answers.map(({ item, state }) => [item, state]));
      const given = index.items.filter((item) => (states.get(item.id) ?? 'unanswered') !== 'unanswered');
      const depth: Depth = given.some((item) => item.depth === 'full') ? 'full' : 'quick';
      const total = index.items.filter((item) => depth === 'full' || item.depth === 'quick').length;
      return {
        id,
        system: answers.system,
        done: given.length,
        total,
        depth,
        age: formatAge(savedAt, now(), this.data.language),
      };
    });
  }

  private startView(): ComponentChild {
    const { session } = this;
    const depthOf = (id: string) => this.kept().find((each) => each.id === id)?.depth ?? 'quick';
    return h(StartView, {
      site: this.site,
      data: this.data,
      kept: this.kept(),
      answers: session.draft.answers,
      deleted: session.deleted?.answers.system,
      actions: {
        edit: (part) => this.act(() => session.edit(part)),
        start: (depth) => this.startAt(depth),
        resume: (id) => {
          session.open(id);
          this.startAt(depthOf(id));
        },
        report: (id) => {
          session.open(id);
          void this.go({ view: 'report', depth: depthOf(id) });
        },
        download: (id) => session.download(id),
        remove: (id) => this.act(() => session.remove(id)),
        undo: () => this.act(() => session.undo()),
        another: () => this.act(() => session.another()),
      },
    });
  }

  /** Goes to the first question of a depth that has no answer yet, or to the check page. */
  private startAt(depth: Depth): void {
    const { answers } = this.session;
    const open = this.data.index.items.find(
      (item) => (depth === 'full' || item.depth === 'quick') && !answers.has(item.id),
    );
    void this.go(open ? { view: 'question', depth, item: open.id } : { view: 'check', depth });
  }

  private questionView(item: AskedItem, depth: Depth): ComponentChild {
    const { session, data } = this;
    const place = data.items.indexOf(item);
    const at = (index: number): Route => {
      const other = data.items[index];
      if (index < 0) return { view: 'start' };
      return other ? { view: 'question', depth, item: other.id } : { view: 'check', depth };
    };
    return h(QuestionView, {
      ...blankQuestion(this.site, data, item),
      answer: session.answers.get(item.id),
      hint: hintFor(item, session.draft.answers.context),
      sections: sectionStates(data, session.answers),
      status: session.status,
      keysOn: session.keysOn,
      actions: {
        choose: (answer) => this.act(() => session.choose(answer)),
        proceed: () => {
          const next: Route = this.returnToCheck ? { view: 'check', depth } : at(place + 1);
          this.returnToCheck = false;
          void this.go(next);
        },
        back: () => void this.go(at(place - 1)),
        toggleKeys: (on) =>
          this.act(() => {
            session.keysOn = on;
          }),
      },
    });
  }

  private checkView(depth: Depth): ComponentChild {
    return h(CheckView, {
      site: this.site,
      data: this.data,
      answers: this.session.answers,
      actions: {
        change: (item) => {
          this.returnToCheck = true;
          void this.go({ view: 'question', depth, item });
        },
        seeReport: () => void this.go({ view: 'report', depth }),
      },
    });
  }

  private async reportView(depth: Depth): Promise<ComponentChild> {
    const { reportPage } = await import('./report-page.tsx');
    const { session } = this;
    return reportPage(this.site, session.draft.answers, depth, {
      changeAnswers: () => void this.go({ view: 'check', depth }),
      download: () => session.download(),
      print: () => print(),
      deepen: () => this.startAt('full'),
      decide: (practice, part) => this.act(() => session.decide(practice, part)),
    });
  }
}

/** The hint of a question whose "does not apply" fits the context that the team gave. */
function hintFor(item: AskedItem, context: object): string | undefined {
  const when = Object.entries(item.notApplicable?.when ?? {});
  const fits = when.length > 0 && when.every(([field, value]) => Reflect.get(context, field) === value);
  return fits ? item.notApplicable?.hint : undefined;
}

function sectionStates(data: AskData, answers: ReadonlyMap<string, unknown>): Record<string, SectionState> {
  return Object.fromEntries(
    data.stages.map(({ id }) => {
      const items = data.items.filter(({ stage }) => stage === id);
      const done = items.filter((item) => answers.has(item.id)).length;
      return [id, done === 0 ? 'not-started' : done === items.length ? 'completed' : 'in-progress'];
    }),
  );
}

const route = parseRoute(pathname().slice(base.length));
if (root && route) {
  void dataOf(route.view === 'start' ? 'quick' : route.depth).then((data) => new Assessment(root, route, data).open());
}
