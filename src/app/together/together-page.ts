import { h, hydrate } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { type GroupDecision, groupAnswers } from '../../core/assessment/group-answers.ts';
import { type Merge, mergeRespondents } from '../../core/assessment/respondents.ts';
import { firstProblem } from '../../core/model/result.ts';
import { renderMerge } from '../../core/render/side-by-side.ts';
import { downloadResult } from '../import/download-result.ts';
import { answersLabel, type GroupPage, ImportController, openGroupPage, readDrafts } from '../import/group-page.ts';
import type { ImportListProps } from '../import/ImportList.tsx';
import { showImported } from '../import/show-imported.ts';
import { isSecondPress, onLeave, onRestore, today, withStorageLock } from '../platform/browser.ts';
import { renderInto } from '../shared/rendering.ts';
import type { Draft } from '../storage/draft.ts';
import { forgetDecisions, keepDecisions, keptDecisions, systemsOf } from './kept-decisions.ts';
import { TogetherView } from './TogetherView.tsx';
import { staticTogetherProps, type TogetherActions, type TogetherProps } from './together-props.ts';

/** The page that shows the answers of several people side by side. */
class TogetherPage {
  private readonly page: GroupPage;
  private readonly imports: ImportController;
  private addedDrafts: readonly Draft[] = [];
  private decisions: readonly GroupDecision[] = [];
  private extraItems: readonly string[] = [];
  private saveResult: TogetherProps['saveResult'];
  private hasUnsavedDecisions = false;
  /** Call whenever `hasUnsavedDecisions` may have changed. */
  private readonly unsavedChanged: () => void;

  constructor(page: GroupPage) {
    this.page = page;
    this.imports = new ImportController(page, () => showImported(page.root, '#people', () => this.show()));
    this.unsavedChanged = onLeave(
      () => undefined,
      () => this.hasUnsavedDecisions,
    );
  }

  /** The answers of each person: imports first, then drafts, as the list shows them. */
  private get people(): Answers[] {
    return [...this.imports.batch.imports, ...this.addedDrafts].map(({ answers }) => answers);
  }

  /** Sets the decisions and stores them immediately. Leaving asks only if the browser refuses. */
  private setDecisions(decisions: readonly GroupDecision[]): void {
    this.decisions = decisions;
    const kept = keepDecisions(systemsOf(this.people), decisions);
    this.hasUnsavedDecisions = decisions.length > 0 && !kept.ok;
    this.unsavedChanged();
    this.saveResult = kept.ok ? undefined : { problem: firstProblem(kept) };
    this.show();
  }

  /** Restores what the group had decided about the same systems. */
  private restoreDecisions(): void {
    if (this.decisions.length > 0 || this.people.length < 2 || this.saveResult) return;
    this.decisions = keptDecisions(systemsOf(this.people), this.page.data.pack);
  }

  private discuss(item: string): void {
    if (!this.extraItems.includes(item)) this.extraItems = [...this.extraItems, item];
    this.show();
    this.page.root.querySelector<HTMLElement>(`#talk-${item} h3`)?.focus();
  }

  /** Saves the group's answers as a new draft. */
  private save(): void {
    if (isSecondPress('save')) return;
    const { data, site, store } = this.page;
    const answers = groupAnswers(this.people, this.decisions, today(), data.pack);
    void withStorageLock(() => {
      const result = store.saveNew(answers);
      this.saveResult = result.ok ? { report: site.link('/assess/full/report/') } : { problem: firstProblem(result) };
      this.hasUnsavedDecisions &&= !result.ok;
      if (result.ok) forgetDecisions();
      this.unsavedChanged();
    }).then(() => this.show());
  }

  private download(merge: Merge, format: 'json' | 'md'): void {
    const text =
      format === 'md'
        ? renderMerge(merge, this.page.data.pack, this.page.site.t)
        : `${JSON.stringify(merge, null, 2)}\n`;
    downloadResult('together', merge, format, text);
  }

  /** Removes an entry of the list, which shows drafts after imports. */
  private remove(index: number): void {
    const importCount = this.imports.batch.imports.length;
    if (index < importCount) this.imports.remove(index);
    else {
      this.addedDrafts = this.addedDrafts.toSpliced(index - importCount, 1);
      this.show();
    }
  }

  private get importList(): ImportListProps {
    const { site } = this.page;
    const { props } = this.imports;
    const drafts = this.addedDrafts.map(({ answers }) => ({
      name: site.t('side.kept-here'),
      summary: answersLabel(site, answers),
    }));
    return {
      ...props,
      imports: [...props.imports, ...drafts],
      actions: props.actions && { ...props.actions, remove: (index) => this.remove(index) },
    };
  }

  private actionsFor(merge: Merge | undefined): TogetherActions {
    return {
      addDraft: (id) => {
        this.addedDrafts = [...this.addedDrafts, ...this.page.drafts.filter((draft) => draft.id === id)];
        this.show();
      },
      decide: (decision) =>
        this.setDecisions([...this.decisions.filter(({ item }) => item !== decision.item), decision]),
      undecide: (id) => this.setDecisions(this.decisions.filter(({ item }) => item !== id)),
      discuss: (item) => this.discuss(item),
      save: () => this.save(),
      download: (format) => {
        if (merge) this.download(merge, format);
      },
    };
  }

  private get props(): TogetherProps {
    const { site, data, drafts } = this.page;
    const { people, addedDrafts } = this;
    const merge = people.length > 1 ? mergeRespondents(people, data.pack) : undefined;
    return {
      site,
      pack: data.pack,
      importList: this.importList,
      drafts: drafts
        .filter((draft) => !addedDrafts.includes(draft))
        .map(({ id, answers }) => ({ id, label: answersLabel(site, answers) })),
      merge,
      decisions: this.decisions,
      extraItems: this.extraItems,
      saveResult: this.saveResult,
      actions: this.actionsFor(merge),
    };
  }

  private show(): void {
    this.restoreDecisions();
    renderInto(h(TogetherView, this.props), this.page.root);
  }

  /** Rereads the drafts, and updates the added drafts. */
  private async readAgain(): Promise<void> {
    await readDrafts(this.page);
    const draftById = new Map(this.page.drafts.map((draft) => [draft.id, draft]));
    this.addedDrafts = this.addedDrafts.map((draft) => draftById.get(draft.id) ?? draft);
    this.show();
  }

  /** Hydrates the page as it was built, then shows what this browser keeps. */
  open(): void {
    hydrate(h(TogetherView, staticTogetherProps(this.page.site)), this.page.root);
    this.show();
    onRestore(() => void this.readAgain());
  }
}

/** Opens the page that shows the answers of several people side by side. */
export const openTogetherPage = async (root: HTMLElement): Promise<void> =>
  new TogetherPage(await openGroupPage(root)).open();
