import { type ComponentChild, h } from 'preact';
import type { Recovered } from '../../core/answers/recover.ts';
import { readFile } from '../../core/link/read-file.ts';
import type { PackOutline } from '../../core/model/pack.ts';
import { failure, type Result, success } from '../../core/model/result.ts';
import { openText } from '../../core/proposals/open-file.ts';
import { clearFragment } from '../platform/browser.ts';
import { lazy } from '../platform/lazy.ts';
import { inTime } from '../platform/load-error.ts';
import type { Site } from '../shared/view-data.ts';
import { OpenView } from './OpenView.tsx';
import type { OpenedProposals } from './opened-proposals.ts';

const proposalsPart = lazy({
  module: () => import('./opened-proposals.ts'),
  strings: 'proposals',
  styles: ['proposals'],
});

/** How the form hands its result to the page. */
interface FormHost {
  /** Notes a request to open something. Returns whether it is still the last one. */
  request(): () => boolean;
  /** Shows answers, or why there are none. */
  take(from: 'link' | 'file', read: Result<Recovered>): void;
  show(movesFocus: boolean): void;
}

/** Asks for a link or a file. Answers go to the page; a proposals file is shown in place of the form. */
export class OpenForm {
  readonly #site: Site;
  readonly #outline: PackOutline;
  readonly #page: FormHost;
  #proposals: OpenedProposals | undefined;

  constructor(site: Site, outline: PackOutline, page: FormHost) {
    this.#site = site;
    this.#outline = outline;
    this.#page = page;
  }

  /** @param problem why what was given before could not be opened */
  view(problem: string | undefined): ComponentChild {
    if (this.#proposals) return this.#proposals.view();
    return h(OpenView, {
      site: this.#site,
      problem,
      actions: {
        openText: (text) => void this.#open('link', text, this.#page.request()),
        openFiles: (files) => void this.#openFiles(files),
      },
    });
  }

  async #open(from: 'link' | 'file', text: string, isLatest: () => boolean): Promise<void> {
    const result = await inTime(openText(text, this.#outline));
    if (!isLatest()) return;
    if (result.ok) clearFragment(); // the address may still hold another link, or a damaged one
    if (!result.ok) return this.#page.take(from, result);
    if (result.value.kind === 'answers') return this.#page.take(from, success(result.value));
    const { OpenedProposals } = await proposalsPart();
    if (!isLatest()) return;
    const close = () => {
      this.#proposals = undefined;
      this.#page.show(true);
    };
    this.#proposals = await OpenedProposals.open(result.value, this.#site, {
      show: () => this.#page.show(false),
      close,
    });
    this.#page.show(true);
  }

  /** Opens a file. Several are refused, since the page shows one report. */
  async #openFiles(files: readonly File[]): Promise<void> {
    const { t } = this.#site;
    const isLatest = this.#page.request();
    const [file] = files;
    if (!file) return;
    if (files.length > 1) return this.#page.take('file', failure(t('open.several-files', { count: files.length })));
    const text = await readFile(file, t('open.file-large'), t('open.file-unreadable'), inTime);
    if (text.ok) return this.#open('file', text.value, isLatest);
    if (isLatest()) this.#page.take('file', text);
  }
}
