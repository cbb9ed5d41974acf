import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { jsonLimits } from '../../core/answers/json.ts';
import type { Recovered } from '../../core/answers/recover.ts';
import type { Depth } from '../../core/model/ids.ts';
import type { Result } from '../../core/model/result.ts';
import { firstProblem } from '../../core/model/result.ts';
import { type OpenedFile, openText } from '../../core/proposals/open-file.ts';
import {
  clearFragment,
  isSecondPress,
  navigateTo,
  onFragmentChange,
  rawFragment,
  withStorageLock,
} from '../platform/browser.ts';
import { fetchData, fetchReportData, link, translatorFor } from '../platform/data-files.ts';
import { lazy } from '../platform/lazy.ts';
import type { ReportPage } from '../report/report-page.ts';
import { renderInto } from '../shared/rendering.ts';
import { routePath } from '../shared/routes.ts';
import type { ReportData, Site } from '../shared/view-data.ts';
import { OpenedBanner, OpenView } from './OpenView.tsx';
import type { OpenedProposals } from './opened-proposals.ts';

const reportPart = lazy({ module: () => import('../report/report-page.ts'), styles: ['report'] });

const proposalsPart = lazy({
  module: () => import('./opened-proposals.ts'),
  strings: 'proposals',
  styles: ['proposals'],
});

/** What is open: answers that another person sent. They are in this object only, until a copy is saved. */
interface Opened {
  from: 'link' | 'file';
  answers: Answers;
  /** The unreadable parts. */
  lost: Recovered['lost'];
  depth: Depth;
}

/** Opens what another person sent. It reads nothing of what this browser keeps, and writes only a copy. */
class OpenPage {
  #opened: Opened | undefined;
  #proposals: OpenedProposals | undefined;
  #problem: string | undefined;
  #report: ReportPage | undefined;
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

  async #readAddress(moveFocus: boolean): Promise<void> {
    const fragment = rawFragment();
    if (fragment === '') return this.#show(moveFocus);
    await this.#take('link', await openText(`#${fragment}`, this.#data.outline), moveFocus);
  }

  async #take(from: Opened['from'], read: Result<OpenedFile>, moveFocus: boolean): Promise<void> {
    this.#problem = read.ok ? undefined : read.problems.join(' ');
    const file = read.ok ? read.value : undefined;
    this.#opened = file?.kind === 'answers' ? { from, ...file, depth: this.#depthOf(file.answers) } : undefined;
    this.#proposals = file?.kind === 'proposals' ? await this.#openProposals(file) : undefined;
    this.#report = undefined;
    await this.#show(moveFocus);
  }

  async #openProposals(file: OpenedFile & { kind: 'proposals' }): Promise<OpenedProposals> {
    const { OpenedProposals } = await proposalsPart();
    return OpenedProposals.open(file, this.#site, {
      show: () => void this.#show(false),
      close: () => this.#openOther(),
    });
  }

  /** The depth at which answers are shown: full as soon as one question was answered that the quick check leaves out. */
  #depthOf({ answers }: Answers): Depth {
    const given = new Set(answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item));
    return this.#data.outline.items.some(({ id, depth }) => depth === 'full' && given.has(id)) ? 'full' : 'quick';
  }

  async #show(moveFocus: boolean): Promise<void> {
    renderInto(await this.#screen(), this.#root);
    if (!moveFocus) return;
    scrollTo(0, 0);
    this.#root.querySelector<HTMLElement>('h1')?.focus();
  }

  async #screen(): Promise<ComponentChild> {
    const [site, data, problem] = [this.#site, this.#data, this.#problem];
    const opened = this.#opened;
    if (this.#proposals) return this.#proposals.view();
    if (!opened) {
      const given = (from: Opened['from'], text: string) =>
        openText(text, data.outline).then((read) => {
          if (read.ok) clearFragment(); // the address may still hold another link, or a damaged one
          return this.#take(from, read, true);
        });
      return h(OpenView, {
        site,
        problem,
        actions: {
          openText: (text) => void given('link', text),
          openFile: async (file) => {
            const text = await this.#readFile(file);
            if (text !== undefined) await given('file', text);
          },
        },
      });
    }
    const { answers, lost, depth, from } = opened;
    const banner = h(OpenedBanner, {
      site,
      from,
      date: answers.date,
      lost: lost.length > 0 && (await import('./lost-notice.ts')).lostNotice(site, lost),
      problem,
      actions: { save: () => void this.#save(opened), openOther: () => this.#openOther() },
    });
    const { ReportPage } = await reportPart();
    this.#report ??= new ReportPage(site, data, () => void this.#show(false));
    return [banner, await this.#report.view({ answers, depth })];
  }

  /** Reads a file as text. Undefined if it cannot be read; the page then says so. */
  async #readFile(file: File): Promise<string | undefined> {
    const large = file.size > jsonLimits.bytes;
    const text = large ? undefined : await file.text().catch(() => undefined);
    if (text !== undefined) return text;
    this.#problem = this.#site.t(large ? 'open.file-large' : 'open.file-unreadable');
    await this.#show(true);
    return undefined;
  }

  #openOther(): void {
    clearFragment();
    this.#opened = undefined;
    this.#proposals = undefined;
    this.#problem = undefined;
    void this.#show(true);
  }

  /** Saves a copy as a new assessment and goes to its report. */
  async #save({ answers, depth }: Opened): Promise<void> {
    if (isSecondPress('save')) return;
    const { DraftStore } = await import('../storage/draft-store.ts'); // no stored answers are read before this
    const store = new DraftStore(this.#data.outline);
    await withStorageLock(() => {
      const saved = store.saveNew(answers);
      if (saved.ok) navigateTo(link(routePath({ view: 'report', depth })));
      else this.#problem = firstProblem(saved);
    });
    await this.#show(false);
  }
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
