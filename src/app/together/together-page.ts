import { type ComponentChild, h, hydrate } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { type GroupDecision, groupAnswers } from '../../core/assessment/group-answers.ts';
import { type Merge, mergeRespondents } from '../../core/assessment/respondents.ts';
import { firstProblem } from '../../core/model/result.ts';
import { distinctLabels } from '../import/distinct-labels.ts';
import { answersLabel, type GroupPage, ImportController, openGroupPage, readDrafts } from '../import/group-page.ts';
import type { ImportListProps } from '../import/ImportList.tsx';
import { showImported } from '../import/show-imported.ts';
import { doOnce, onOtherTabs, today, withStorageLock } from '../platform/browser.ts';
import { lazy } from '../platform/lazy.ts';
import { inTime } from '../platform/load-error.ts';
import { quarantinePrefix } from '../platform/storage-keys.ts';
import { keepFocus } from '../shared/keep-focus.ts';
import { renderInto } from '../shared/rendering.ts';
import type { Draft } from '../storage/draft.ts';
import { textsUnder } from '../storage/stored-texts.ts';
import { GroupDecisions } from './group-decisions.ts';
import { damagedTexts } from './kept-decisions.ts';
import { TogetherView } from './TogetherView.tsx';
import { staticTogetherProps, type TogetherActions, type TogetherProps } from './together-props.ts';

const lostPart = lazy({ module: () => import('./lost-decisions.tsx'), strings: 'drafts' });
type LostModule = Awaited<ReturnType<typeof lostPart>>;

/** The page that shows the answers of several people side by side. */
class TogetherPage {
  readonly #page: GroupPage;
  readonly #imports: ImportController;
  #addedDrafts: readonly Draft[] = [];
  readonly #decisions: GroupDecisions;
  #extraItems: readonly string[] = [];
  #saveResult: TogetherProps['saveResult'];
  #lost: LostModule | undefined;

  constructor(page: GroupPage) {
    this.#page = page;
    const show = () => this.#show();
    this.#imports = new ImportController(page, show, () => showImported(page.root, '#people', show));
    this.#decisions = new GroupDecisions(page.data.pack, () => this.#show());
  }

  /** The answers of each person: imports first, then drafts, as the list shows them. */
  get #people(): Answers[] {
    return [...this.#imports.batch.imports, ...this.#addedDrafts].map(({ answers }) => answers);
  }

  /** Keeps a decision. What was saved before is no longer all that the group says. */
  #decide(decision: GroupDecision): void {
    this.#saveResult = undefined;
    this.#decisions.decide(decision);
    this.#show();
  }

  /** Takes a decision back; its question stays where it is. */
  #undecide(item: string, merge: Merge | undefined): void {
    this.#saveResult = undefined;
    if (!merge?.agenda.includes(item) && !this.#extraItems.includes(item))
      this.#extraItems = [...this.#extraItems, item];
    this.#decisions.undecide(item);
    this.#show();
  }

  /** Takes up what these people's group had decided, and forgets what the page showed of another group. */
  #takeUpGroup(): void {
    if (!this.#decisions.setPeople(this.#people)) return;
    this.#extraItems = [];
    this.#saveResult = undefined;
  }

  #discuss(item: string): void {
    if (!this.#extraItems.includes(item)) this.#extraItems = [...this.#extraItems, item];
    this.#show();
    this.#page.root.querySelector<HTMLElement>(`#talk-${item} h3`)?.focus();
  }

  /** Saves the group's answers as a new draft. */
  async #save(): Promise<void> {
    const { data, site, store } = this.#page;
    const forget = this.#decisions.forgetter();
    const answers = groupAnswers(this.#people, this.#decisions.list, today(), data.pack);
    await withStorageLock(() => {
      const result = store.saveNew(answers);
      this.#saveResult = result.ok ? { report: site.link('/assess/full/report/') } : { problem: firstProblem(result) };
      if (result.ok) forget();
    });
    this.#show();
  }

  async #download(merge: Merge, format: 'json' | 'md'): Promise<void> {
    const { downloadMerge } = await inTime(import('../import/download-result.ts')); // few ask for a file
    downloadMerge(merge, format, this.#page.data.pack, this.#page.site.t);
  }

  /** Removes an entry of the list, which shows drafts after imports. */
  #remove(index: number): void {
    const importCount = this.#imports.batch.imports.length;
    if (index < importCount) this.#imports.remove(index);
    else {
      this.#addedDrafts = this.#addedDrafts.toSpliced(index - importCount, 1);
      this.#show();
    }
  }

  get #importList(): ImportListProps {
    const { site } = this.#page;
    const { props } = this.#imports;
    const drafts = this.#addedDrafts.map(({ answers }) => ({
      name: site.t('side.kept-here'),
      summary: answersLabel(site, answers),
    }));
    return {
      ...props,
      imports: [...props.imports, ...drafts],
      actions: props.actions && { ...props.actions, remove: (index) => this.#remove(index) },
    };
  }

  /** The drafts that can be added. */
  get #draftButtons(): TogetherProps['drafts'] {
    const { site, drafts } = this.#page;
    const others = drafts.filter((draft) => !this.#addedDrafts.includes(draft));
    const from = site.t('side.kept-here');
    const options = others.map(({ answers }) => ({ label: answersLabel(site, answers), from }));
    const labels = distinctLabels(options, site.t);
    return others.map(({ id }, index) => ({ id, label: labels[index] ?? '' }));
  }

  #actionsFor(merge: Merge | undefined): TogetherActions {
    return {
      addDraft: (id) => {
        this.#addedDrafts = [...this.#addedDrafts, ...this.#page.drafts.filter((draft) => draft.id === id)];
        this.#show();
      },
      decide: (decision) => this.#decide(decision),
      undecide: (item) => this.#undecide(item, merge),
      discuss: (item) => this.#discuss(item),
      save: () => void doOnce('save', () => this.#save()),
      download: (format) => {
        if (merge) void this.#download(merge, format);
      },
    };
  }

  /** Says what of the decisions could not be read; nothing while its script loads. */
  get #lostDecisions(): ComponentChild {
    const people = this.#people;
    if (textsUnder(quarantinePrefix).length === 0 && damagedTexts(people).length === 0) return null;
    const show = (module: LostModule) => {
      this.#lost = module;
      this.#show();
    };
    if (!this.#lost) void lostPart().then(show, () => undefined); // offline: the next render tries again
    return this.#lost?.lostDecisions(this.#page.site, people, () => this.#show());
  }

  /** What became of the decisions, unless they are just being made. */
  get #shownSaveResult(): TogetherProps['saveResult'] {
    const { problem, areForgotten } = this.#decisions;
    if (this.#saveResult) return this.#saveResult;
    return problem === null ? (areForgotten ? 'elsewhere' : undefined) : { problem };
  }

  get #props(): TogetherProps {
    const { site, data } = this.#page;
    const people = this.#people;
    const merge = people.length > 1 ? mergeRespondents(people, data.pack) : undefined;
    return {
      site,
      pack: data.pack,
      importList: this.#importList,
      drafts: this.#draftButtons,
      merge,
      decisions: this.#decisions.list,
      lostDecisions: this.#lostDecisions,
      extraItems: this.#extraItems,
      saveResult: this.#shownSaveResult,
      actions: this.#actionsFor(merge),
    };
  }

  #show(): void {
    this.#takeUpGroup();
    keepFocus(() => renderInto(h(TogetherView, this.#props), this.#page.root));
  }

  /** Rereads the drafts, and updates the added drafts. */
  async #readAgain(): Promise<void> {
    this.#decisions.readAgain();
    await readDrafts(this.#page);
    const draftById = new Map(this.#page.drafts.map((draft) => [draft.id, draft]));
    this.#addedDrafts = this.#addedDrafts.map((draft) => draftById.get(draft.id) ?? draft);
    this.#show();
  }

  /** Hydrates the page as it was built, then shows what this browser keeps. */
  open(): void {
    hydrate(h(TogetherView, staticTogetherProps(this.#page.site)), this.#page.root);
    this.#show();
    onOtherTabs(() => void this.#readAgain());
  }
}

/** Opens the page that shows the answers of several people side by side. */
export const openTogetherPage = async (root: HTMLElement): Promise<void> =>
  new TogetherPage(await openGroupPage(root)).open();
