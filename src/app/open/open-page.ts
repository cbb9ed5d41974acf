import { type ComponentChild, h } from 'preact';
import { answeredDepth } from '../../core/answers/answered-depth.ts';
import type { Answers } from '../../core/answers/answers.ts';
import type { Recovered } from '../../core/answers/recover.ts';
import { recoverText } from '../../core/link/read-answers.ts';
import { soundCodes } from '../../core/link/sound-codes.ts';
import type { Depth } from '../../core/model/ids.ts';
import type { Result } from '../../core/model/result.ts';
import { firstProblem } from '../../core/model/result.ts';
import {
  clearFragment,
  doOnce,
  navigateTo,
  onFragmentChange,
  pathname,
  query,
  rawFragment,
  replacePath,
  withStorageLock,
} from '../platform/browser.ts';
import { fetchData, fetchReportData, link, translatorFor } from '../platform/data-files.ts';
import { lazy } from '../platform/lazy.ts';
import { inTime } from '../platform/load-error.ts';
import type { ReportPage } from '../report/report-page.ts';
import { renderInto } from '../shared/rendering.ts';
import { reportTitle } from '../shared/report-title.ts';
import { routePath } from '../shared/routes.ts';
import type { ReportData, Site } from '../shared/view-data.ts';
import { OpenedBanner } from './OpenedBanner.tsx';
import type { OpenForm } from './open-form.ts';

const reportPart = lazy({ module: () => import('../report/report-page.ts'), styles: ['report'] });

/** The form that asks for a link or a file; not loaded for people who open a link. */
const formPart = lazy({ module: () => import('./open-form.ts') });

/** What is open: answers that another person sent. They are in this object only, until a copy is saved. */
interface OpenedAnswers {
  from: 'link' | 'file';
  answers: Answers;
  /** The unreadable parts. */
  lost: Recovered['lost'];
  depth: Depth;
}

/** Opens what another person sent. It reads nothing of what this browser keeps, and writes only a copy. */
class OpenPage {
  #opened: OpenedAnswers | undefined;
  #form: OpenForm | undefined;
  #problem: string | undefined;
  #report: ReportPage | undefined;
  /** Numbers of the last request to open or close something, of the last render started, and of the last one shown. */
  #lastRequest = 0;
  #startedRender = 0;
  #shownRender = 0;
  /** The title of the page before a report is open. */
  readonly #pageTitle = document.title;
  readonly #root: HTMLElement;
  readonly #data: ReportData;
  readonly #site: Site;

  constructor(root: HTMLElement, data: ReportData) {
    this.#root = root;
    this.#data = data;
    this.#site = { t: translatorFor(data.language), language: data.language, link };
  }

  async start(): Promise<void> {
    this.#root.replaceChildren();
    onFragmentChange(() => void this.#readAddress(true));
    keepFragment();
    await this.#readAddress(false);
  }

  async #readAddress(movesFocus: boolean): Promise<void> {
    const fragment = rawFragment() || moveFromQuery();
    const isLatest = this.#request();
    if (fragment === '') return this.#show(movesFocus);
    const result = await inTime(recoverText(`#${fragment}`, this.#data.outline));
    if (isLatest()) await this.#take('link', result, movesFocus);
  }

  /**
   * Notes a request. Returns whether it is still the last one, since what takes longer to read may not replace a later
   * one.
   */
  #request(): () => boolean {
    this.#lastRequest += 1;
    const number = this.#lastRequest;
    return () => number === this.#lastRequest;
  }

  async #take(from: OpenedAnswers['from'], result: Result<Recovered>, movesFocus: boolean): Promise<void> {
    this.#problem = result.ok ? undefined : result.problems.join(' ');
    this.#opened = result.ok ? this.#openedAnswers(from, result.value) : undefined;
    this.#report = undefined;
    this.#form = undefined;
    await this.#show(movesFocus);
  }

  #openedAnswers(from: OpenedAnswers['from'], recovered: Recovered): OpenedAnswers {
    return { from, ...recovered, depth: answeredDepth(recovered.answers.answers, this.#data.outline.items) };
  }

  async #show(movesFocus: boolean): Promise<void> {
    this.#startedRender += 1;
    const number = this.#startedRender;
    const screen = await this.#screen();
    if (number < this.#shownRender) return; // it took longer to load than a later one
    this.#shownRender = number;
    renderInto(screen, this.#root);
    document.title = this.#title();
    if (!movesFocus) return;
    scrollTo(0, 0);
    this.#root.querySelector<HTMLElement>('h1')?.focus();
  }

  /** The title of the tab: that of the report that is open, or else that of the page. */
  #title(): string {
    if (!this.#opened) return this.#pageTitle;
    const headline = this.#root.querySelector('h1 .verdict')?.textContent ?? '';
    return this.#site.t('site.page-title', { title: reportTitle(this.#site, headline, this.#opened.answers) });
  }

  async #formView(): Promise<ComponentChild> {
    const { OpenForm } = await formPart();
    this.#form ??= new OpenForm(this.#site, this.#data.outline, {
      request: () => this.#request(),
      take: (from, result) => void this.#take(from, result, true),
      show: (movesFocus) => void this.#show(movesFocus),
    });
    return this.#form.view(this.#problem);
  }

  async #screen(): Promise<ComponentChild> {
    const [site, data, problem] = [this.#site, this.#data, this.#problem];
    const opened = this.#opened;
    if (!opened) return this.#formView();
    const { answers, lost, depth, from } = opened;
    const banner = h(OpenedBanner, {
      site,
      from,
      date: answers.date,
      lost: lost.length > 0 && (await inTime(import('./lost-notice.ts'))).lostNotice(site, lost),
      problem,
      actions: { save: () => void doOnce('save', () => this.#save(opened)), openOther: () => this.#openOther() },
    });
    const { ReportPage } = await reportPart();
    this.#report ??= new ReportPage(site, data, () => void this.#show(false));
    return [banner, await this.#report.view({ answers, depth })];
  }

  #openOther(): void {
    this.#request();
    clearFragment();
    this.#opened = undefined;
    this.#problem = undefined;
    void this.#show(true);
  }

  /** Saves a copy as a new assessment and goes to its report. */
  async #save({ answers, depth }: OpenedAnswers): Promise<void> {
    const { DraftStore } = await inTime(import('../storage/draft-store.ts')); // reads stored answers
    const store = new DraftStore(this.#data.outline);
    await withStorageLock(() => {
      const result = store.saveNew(answers);
      if (result.ok) navigateTo(link(routePath({ view: 'report', depth })));
      else this.#problem = firstProblem(result);
    });
    await this.#show(false);
  }
}

/**
 * Puts a link that arrived after a "?" behind the "#", which no server gets.
 * @returns what is now behind the "#"; empty if there is no link
 */
function moveFromQuery(): string {
  const raw = query().toString();
  const bare = raw.split('&').find((part) => /^[\w-]{20,}=?$/.test(part)); // maybe a damaged link
  const code = soundCodes(raw)[0] ?? bare;
  if (code === undefined) return '';
  replacePath(`${pathname()}#${code}`);
  return code;
}

/** Makes jumps within the page leave the URL alone: its fragment is the opened link. */
function keepFragment(): void {
  document.addEventListener('click', (event) => {
    const place = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined;
    const target = place?.startsWith('#') ? document.getElementById(place.slice(1)) : null;
    if (!target) return;
    event.preventDefault();
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  });
}

/** Takes over the page that opens links and files. */
export async function openSharedPage(root: HTMLElement): Promise<void> {
  const [data] = await Promise.all([fetchReportData(), fetchData('open')]);
  await new OpenPage(root, data).start();
}
