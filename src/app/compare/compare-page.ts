import { h, hydrate } from 'preact';
import { type Context, hasPromises } from '../../core/answers/answers.ts';
import { isSameSystem } from '../../core/answers/same-system.ts';
import { type Comparison, compare } from '../../core/assessment/compare.ts';
import { type Trend, trendOf } from '../../core/assessment/trend.ts';
import type { ComparedAnswers } from '../../core/assessment/version-changes.ts';
import { isolate } from '../../core/text/isolate.ts';
import { distinctLabels } from '../import/distinct-labels.ts';
import { answersLabel, type GroupPage, ImportController, openGroupPage, readDrafts } from '../import/group-page.ts';
import { showImported } from '../import/show-imported.ts';
import { onOtherTabs, query } from '../platform/browser.ts';
import { inTime, noteLoss } from '../platform/load-error.ts';
import { keepFocus } from '../shared/keep-focus.ts';
import { renderInto } from '../shared/rendering.ts';
import { type CompareProps, CompareView, type SideChoices, staticCompareProps } from './CompareView.tsx';
import type { ComparedPromises } from './compared-promises.ts';
import { defaultSides, type SideOption, sideOptions } from './default-sides.ts';

/** The page that compares two assessments. */
class ComparePage {
  readonly #page: GroupPage;
  readonly #imports: ImportController;
  /** What the address or the person chose. An empty key means "none"; undefined leaves the choice to us. */
  #requestedSides: SideChoices;
  #promises: ComparedPromises | undefined;
  #loadsPromises = false;

  constructor(page: GroupPage) {
    this.#page = page;
    const show = () => this.#show();
    this.#imports = new ImportController(page, show, () => showImported(page.root, '#change', show));
    const parameters = query();
    this.#requestedSides = { before: parameters.get('before') ?? undefined, now: parameters.get('now') ?? undefined };
  }

  get #choices(): SideOption[] {
    return sideOptions({ drafts: this.#page.drafts, imports: this.#imports.batch.imports });
  }

  /** The choices as the fields list them. */
  #listedChoices(choices: readonly SideOption[]): CompareProps['choices'] {
    const { site } = this.#page;
    const labels = distinctLabels(
      choices.map(({ answers, from = site.t('side.kept-here') }) => ({
        label: answersLabel(site, answers),
        from: isolate(from),
      })),
      site.t,
    );
    return choices.map(({ key }, index) => ({ key, label: labels[index] ?? '' }));
  }

  #compareSides(choices: readonly SideOption[], sides: SideChoices): Comparison | undefined {
    const [before, now] = [sides.before, sides.now].map((key) => choices.find((choice) => choice.key === key));
    if (!before || !now || before === now) return undefined;
    if (hasPromises(before.answers)) void this.#loadPromises();
    return compare(before, now, this.#promises?.pack ?? this.#page.data.pack);
  }

  /** Loads what promises need, once: most plans have none, and the data of this page is without the texts of moves. */
  async #loadPromises(): Promise<void> {
    if (this.#loadsPromises) return;
    this.#loadsPromises = true;
    try {
      this.#promises = await (await inTime(import('./compared-promises.ts'))).loadComparedPromises(this.#page.site);
      this.#show();
    } catch (error) {
      this.#loadsPromises = false;
      noteLoss(error);
    }
  }

  /** The trend of a system, if three or more of its assessments have a date. */
  #trendFor(system: string | undefined, assessments: readonly ComparedAnswers[]): Trend | undefined {
    if (system === undefined) return undefined;
    const ofSystem = assessments.filter(({ answers }) => isSameSystem(answers.system, system));
    const trend = trendOf(ofSystem, this.#page.data.pack);
    return trend.points.length > 2 ? trend : undefined;
  }

  get #props(): CompareProps {
    const { site, data } = this.#page;
    const choices = this.#choices;
    const sides = defaultSides(choices, this.#requestedSides);
    const comparison = this.#compareSides(choices, sides);
    const now = choices.find(({ key }) => key === sides.now)?.answers;
    const context = now?.context ?? {};
    return {
      site,
      pack: data.pack,
      importList: this.#imports.props,
      choices: this.#listedChoices(choices),
      sides,
      lacksEarlier: this.#requestedSides.before === undefined && sides.now !== undefined && sides.before === undefined,
      comparison,
      promised: comparison && this.#promises?.view(comparison, context),
      trend: this.#trendFor(now?.system, choices),
      actions: {
        chooseSide: (side, key) => this.#chooseSides({ ...sides, [side]: key }),
        swap: () => this.#chooseSides({ before: sides.now, now: sides.before }),
        download: (format) => {
          if (comparison) void this.#download(comparison, context, format);
        },
      },
    };
  }

  #chooseSides(sides: SideChoices): void {
    this.#requestedSides = sides;
    this.#show();
  }

  async #download(comparison: Comparison, context: Context, format: 'json' | 'md'): Promise<void> {
    const { pack, t } = this.#promises ?? { pack: this.#page.data.pack, t: this.#page.site.t };
    const { downloadComparison } = await inTime(import('../import/download-result.ts')); // few ask for a file
    downloadComparison(comparison, context, format, pack, t);
  }

  #show(): void {
    keepFocus(() => renderInto(h(CompareView, this.#props), this.#page.root));
  }

  /** Hydrates the page as it was built, then shows what this browser keeps. */
  open(): void {
    hydrate(h(CompareView, staticCompareProps(this.#page.site)), this.#page.root);
    this.#show();
    onOtherTabs(() => void readDrafts(this.#page).then(() => this.#show()));
  }
}

/** Opens the page that compares two assessments. */
export const openComparePage = async (root: HTMLElement): Promise<void> =>
  new ComparePage(await openGroupPage(root)).open();
