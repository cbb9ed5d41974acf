import { h, hydrate, render } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import { type GroupDecision, groupAnswers } from '../../core/assessment/group-answers.ts';
import { mergeRespondents } from '../../core/assessment/respondents.ts';
import { firstProblem } from '../../core/model/result.ts';
import { renderMerge } from '../../core/render/side-by-side.ts';
import { answersLabel, downloadFile, type GroupPage, ImportController, openGroupPage } from '../import/group-page.ts';
import { onLeave, today, withStorageLock } from '../platform/browser.ts';
import type { Draft } from '../storage/draft.ts';
import { type TogetherProps, TogetherView } from './TogetherView.tsx';

/** The page that sets several people's answers side by side. */
class TogetherPage {
  private readonly page: GroupPage;
  private readonly taking: ImportController;
  private added: readonly Draft[] = [];
  private decisions: readonly GroupDecision[] = [];
  private extra: readonly string[] = [];
  private saved: TogetherProps['saved'];
  private unsaved = false;

  constructor(page: GroupPage) {
    this.page = page;
    this.taking = new ImportController(page, () => this.show());
    onLeave(
      () => undefined,
      () => this.unsaved,
    );
  }

  private get people(): Answers[] {
    return [...this.taking.taken.good.map(({ answers }) => answers), ...this.added.map(({ answers }) => answers)];
  }

  private decided(decisions: readonly GroupDecision[]): void {
    this.decisions = decisions;
    this.unsaved = decisions.length > 0;
    this.saved = undefined;
    this.show();
  }

  /** Opens a question for the group, and goes there. */
  private talkAbout(item: string): void {
    if (!this.extra.includes(item)) this.extra = [...this.extra, item];
    this.show();
    this.page.root.querySelector<HTMLElement>(`#talk-${item} h3`)?.focus();
  }

  /** Keeps the group's answers as an assessment of their own. */
  private save(): void {
    const { data, site, store } = this.page;
    const answers = groupAnswers(this.people, this.decisions, today(), data.pack);
    void withStorageLock(() => {
      const saved = store.saveNew(answers);
      this.saved = saved.ok ? { report: site.link('/assess/full/report/') } : { problem: firstProblem(saved) };
      this.unsaved &&= !saved.ok;
    }).then(() => this.show());
  }

  private get props(): TogetherProps {
    const { site, data, drafts } = this.page;
    const { people, added } = this;
    const merge = people.length > 1 ? mergeRespondents(people, data.pack) : undefined;
    const taken = this.taking.props;
    const first = this.taking.taken.good.length;
    const mine = added.map(({ answers }) => ({
      name: site.t('together.kept-here'),
      holds: answersLabel(site, answers),
    }));
    return {
      site,
      pack: data.pack,
      intake: {
        ...taken,
        good: [...taken.good, ...mine],
        actions: taken.actions && {
          ...taken.actions,
          remove: (at) => {
            if (at < first) return taken.actions?.remove(at);
            this.added = added.filter((_, place) => place !== at - first);
            this.show();
          },
        },
      },
      kept: drafts
        .filter((draft) => !added.includes(draft))
        .map(({ id, answers }) => ({ id, label: answersLabel(site, answers) })),
      merge,
      decisions: this.decisions,
      extra: this.extra,
      saved: this.saved,
      actions: {
        addKept: (id) => {
          this.added = [...added, ...drafts.filter((draft) => draft.id === id)];
          this.show();
        },
        decide: (decision) => this.decided([...this.decisions.filter(({ item }) => item !== decision.item), decision]),
        undecide: (item) => this.decided(this.decisions.filter((each) => each.item !== item)),
        talkAbout: (item) => this.talkAbout(item),
        save: () => this.save(),
        download: (format) => {
          if (!merge) return;
          const text = format === 'md' ? renderMerge(merge, data.pack, site.t) : `${JSON.stringify(merge, null, 2)}\n`;
          downloadFile('together', merge.system, format, text);
        },
      },
    };
  }

  private show(): void {
    render(h(TogetherView, this.props), this.page.root);
  }

  /** Takes over the page as the server wrote it. */
  open(): void {
    const { site } = this.page;
    const intake = { site, good: [], bad: [], actions: undefined };
    const read = {
      pack: undefined,
      kept: [],
      merge: undefined,
      decisions: [],
      extra: [],
      saved: undefined,
      actions: undefined,
    };
    hydrate(h(TogetherView, { site, intake, ...read }), this.page.root);
    this.show();
  }
}

/** Opens the page in its place. */
export const openTogetherPage = async (root: HTMLElement): Promise<void> =>
  new TogetherPage(await openGroupPage(root)).open();
