import { type ComponentChild, h } from 'preact';
import { firstProblem } from '../../core/model/result.ts';
import type { RecoveredProposals } from '../../core/proposals/recover-proposals.ts';
import { doOnce, navigateTo, withStorageLock } from '../platform/browser.ts';
import { fetchQuestionnaire, link } from '../platform/data-files.ts';
import { downloadLost } from '../platform/download-lost.ts';
import { listPath } from '../proposals/list-path.ts';
import { ProposalsPreview } from '../proposals/ProposalsPreview.tsx';
import { fitOf, putProposals } from '../proposals/put-proposals.ts';
import type { QuestionnaireData, Site } from '../shared/view-data.ts';
import { emptyDraft, type StoredDrafts } from '../storage/draft.ts';
import { DraftStore } from '../storage/draft-store.ts';
import { ProposalsStore } from '../storage/proposals-store.ts';

/** What the page does around opened proposals. */
interface ProposalsHost {
  show(): void;
  close(): void;
}

/** A proposals file that was opened outside the assessment. It is stored only once it is put beside an assessment. */
export class OpenedProposals {
  readonly #file: RecoveredProposals;
  readonly #site: Site;
  readonly #data: QuestionnaireData;
  readonly #drafts: DraftStore;
  readonly #stored: StoredDrafts;
  readonly #store: ProposalsStore;
  readonly #page: ProposalsHost;
  #targetId: string | undefined;
  /** The assessment that was made for the proposals; undefined until it is stored. */
  #newId: string | undefined;
  #problem: string | undefined;

  private constructor(
    file: RecoveredProposals,
    site: Site,
    page: ProposalsHost,
    data: QuestionnaireData,
    drafts: DraftStore,
  ) {
    this.#file = file;
    this.#site = site;
    this.#page = page;
    this.#data = data;
    this.#drafts = drafts;
    this.#stored = drafts.list();
    this.#targetId = drafts.current(this.#stored)?.id;
    this.#store = new ProposalsStore(data.outline, page.show);
  }

  /** Loads the questions that the proposals are about, and the assessments that they can be put beside. */
  static async open(file: RecoveredProposals, site: Site, page: ProposalsHost): Promise<OpenedProposals> {
    const data = await fetchQuestionnaire('full');
    return new OpenedProposals(file, site, page, data, await DraftStore.open(data.outline));
  }

  /** The preview of the file, and what the person has chosen so far. */
  view(): ComponentChild {
    const drafts = this.#stored.drafts.map(({ id, answers }) => ({ id, system: answers.system }));
    const target = drafts.find(({ id }) => id === this.#targetId);
    const { proposals, lost } = this.#file;
    return h(ProposalsPreview, {
      site: this.#site,
      heading: 'h1',
      data: this.#data,
      proposals,
      lost,
      drafts,
      target: target && { ...target, fit: fitOf(this.#store.read(target.id).kept, proposals) },
      problem: this.#problem,
      actions: {
        chooseTarget: (id) => this.#chooseTarget(id),
        put: (replaces) => void (target && doOnce('put', () => this.#put(target.id, replaces))),
        putNew: () => void doOnce('put', () => this.#putNew()),
        close: this.#page.close,
        downloadLost: () => downloadLost(lost),
      },
    });
  }

  #chooseTarget(id: string): void {
    this.#targetId = id;
    this.#page.show();
  }

  async #putNew(): Promise<void> {
    await withStorageLock(() => this.#saveNew());
    if (this.#newId === undefined) this.#page.show();
    else await this.#put(this.#newId, true);
  }

  /** Makes the new assessment, once: if the proposals are refused, the next attempt puts them beside the same one. */
  #saveNew(): void {
    if (this.#newId !== undefined) return;
    const result = this.#drafts.saveNew(emptyDraft(this.#data.outline).answers);
    if (result.ok) this.#newId = result.value.draft.id;
    else this.#problem = firstProblem(result);
  }

  /** Puts the proposals beside an assessment and goes to the list of what was found. */
  async #put(id: string, replaces: boolean): Promise<void> {
    await putProposals(this.#store, id, this.#file.proposals, replaces);
    this.#problem = this.#store.problem ?? undefined;
    if (this.#problem !== undefined) return this.#page.show();
    this.#drafts.rememberOpen(id);
    navigateTo(link(listPath(this.#file.proposals, this.#data.outline)));
  }
}
