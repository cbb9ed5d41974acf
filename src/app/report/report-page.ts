import { type ComponentChild, h } from 'preact';
import { type Report, reportInSlices } from '../../core/report/report.ts';
import { doOnce, printPage } from '../platform/browser.ts';
import { lazy } from '../platform/lazy.ts';
import { noteLoss } from '../platform/load-error.ts';
import { nextPaint, yieldToMain } from '../platform/scheduling.ts';
import type { ReportData, Site } from '../shared/view-data.ts';
import { type EarlierAssessment, earlierOf } from './change/earlier.ts';
import type { FileExports } from './files/exports.ts';
import { LateTexts } from './late-texts.ts';
import type { PrintCopy } from './print/print-copy.ts';
import { ProgressiveRender } from './progressive-render.ts';
import { type ReportActions, type ReportProps, ReportView } from './ReportView.tsx';
import { type OwnerActions, previousOf, type ReportInput } from './report-input.ts';
import type { ExplainTarget } from './report-parts.tsx';

const printPart = lazy({ module: () => import('./print/print-copy.ts'), strings: 'print', styles: ['print'] });
const exportPart = lazy({ module: () => import('./files/exports.ts') });
const explainPart = lazy({ module: () => import('./explain/explain-dialog.ts'), strings: 'workings' });
const sharePart = lazy({ module: () => import('./share/share-dialog.ts'), strings: 'share', styles: ['folded'] });

/** A report and what belongs to it, valid until its input changes. */
interface ReportModel {
  inputs: readonly unknown[];
  report: Report;
  earlier: EarlierAssessment;
  /** Includes the folded texts and how to make the moves, as far as loaded. */
  data: ReportData;
  /** Resolves once how to make the moves that are shown is here, or cannot be fetched. */
  howToLoaded?: Promise<void>;
}

/** Shows the report of whichever answers it is given, and holds what is open in it: dialogs, file list, print copy. */
export class ReportPage {
  readonly #site: Site;
  readonly #data: ReportData;
  readonly #changed: () => void;
  readonly #progress = new ProgressiveRender();
  readonly #texts: LateTexts;
  #model: ReportModel | undefined;
  #printCopy: PrintCopy | undefined;
  #exports: FileExports | undefined;
  #explain: Awaited<ReturnType<typeof explainPart>> | undefined;
  #explained: ExplainTarget | undefined;
  #showsWhatIf = false;
  #isSharing = false;
  #hasAppendix = false;

  /** @param changed called when there is more to show */
  constructor(site: Site, data: ReportData, changed: () => void) {
    this.#site = site;
    this.#data = data;
    this.#texts = new LateTexts(data);
    this.#changed = changed;
  }

  /** The report of these answers, with whatever is open in it. */
  async view(input: ReportInput): Promise<ComponentChild> {
    const model = await this.#modelOf(input);
    model.howToLoaded ??= this.#loadHowTo(model);
    void this.#loadPrintCopy(model).catch(() => undefined); // without it the page itself prints
    const view = h(ReportView, this.#props(input, model));
    // Always a list: another shape would mount the report again, and the focus would be lost.
    return [view, await this.#shareDialog(input)];
  }

  /** Closes every dialog. */
  close(): void {
    this.#explained = undefined;
    this.#isSharing = false;
    this.#changed();
  }

  #props({ answers, actions, naming }: ReportInput, { report, data, earlier }: ReportModel): ReportProps {
    const common = { site: this.#site, data, report };
    const printCopy = this.#printCopy?.view({ ...common, answers, promised: earlier.promised }, this.#hasAppendix);
    const setTarget = actions?.setTarget ?? (() => undefined);
    return {
      ...common,
      naming,
      actions: actions && this.#reportActions(actions),
      explain: (target) => void this.#openExplanation(target),
      since: earlier.view,
      printCopy,
      hasAppendix: this.#hasAppendix,
      Progressive: this.#progress.Component,
      folded: this.#texts.views,
      unfold: () => void this.#unfold(),
      downloads: this.#exports?.view({ ...common, answers, since: earlier.view, printCopy }),
      tried:
        this.#showsWhatIf && this.#explain?.whatIf({ ...common, answers, setTarget, close: () => this.#closeWhatIf() }),
      explanation:
        this.#explained &&
        this.#explain?.explainDialog({
          ...common,
          answers,
          explained: this.#explained,
          canChange: Boolean(actions),
          close: () => this.close(),
        }),
    };
  }

  #reportActions({ downloadAnswers, setTarget: _, ...actions }: OwnerActions): ReportActions {
    return {
      ...actions,
      download: () => void this.#toggleExports(downloadAnswers),
      includeAppendix: (isIncluded) => {
        this.#hasAppendix = isIncluded;
        this.#changed();
      },
      print: () => void doOnce('print', () => this.#loadPrintCopy(this.#model).finally(printPage)),
      share: () => {
        this.#isSharing = true;
        this.#changed();
      },
      explain: (target) => void this.#openExplanation(target),
      tryOut: () => void this.#openWhatIf(),
    };
  }

  /**
   * Makes the report, unless its input is the same as before. The first time it yields to input in between; later it does
   * not, so that an older state never overwrites what the person is typing.
   */
  async #modelOf({ answers, depth, keptAnswers = [] }: ReportInput): Promise<ReportModel> {
    const { pack } = this.#data;
    const previous = previousOf(answers, keptAnswers);
    const inputs = [answers, depth, previous];
    if (this.#model && inputs.every((value, index) => value === this.#model?.inputs[index])) return this.#model;
    const pause = this.#model ? () => undefined : yieldToMain;
    const earlier = await earlierOf(this.#site, this.#data, answers, previous);
    await pause();
    const slices = reportInSlices(answers, pack, depth, earlier.since, earlier.promises);
    let slice = slices.next();
    for (; !slice.done; slice = slices.next()) await pause();
    await pause();
    this.#model = { inputs, report: slice.value, earlier, data: this.#texts.dataFor(slice.value) };
    return this.#model;
  }

  /**
   * Loads how to make moves, once the report itself has rendered: the first ones, which the page for leaders quotes, and
   * the others once something has been unfolded.
   */
  async #loadHowTo(model: ReportModel): Promise<void> {
    await nextPaint();
    await this.#progress.whenDone();
    const { moves } = model.report;
    const movesToLoad = this.#texts.views ? moves : moves.slice(0, model.data.pack.constants.moves.headline);
    const { hasArrived, isIncomplete } = await this.#texts.loadHowTo(movesToLoad);
    if (isIncomplete) delete model.howToLoaded; // fetched again when the report is next shown
    if (!hasArrived) return;
    model.data = this.#texts.dataFor(model.report);
    this.#changed();
  }

  /** Loads what the folded parts of the report show. */
  async #unfold(): Promise<void> {
    if (this.#texts.views) return;
    await this.#texts.loadFolded();
    if (!this.#model) return;
    this.#model.data = this.#texts.dataFor(this.#model.report);
    this.#model.howToLoaded = this.#loadHowTo(this.#model);
    this.#changed();
  }

  /** Loads the print copy after the report has rendered and its how-to texts have arrived. */
  async #loadPrintCopy(model: ReportModel | undefined): Promise<void> {
    await model?.howToLoaded;
    if (!this.#printCopy) {
      const { PrintCopy } = await printPart();
      this.#printCopy ??= new PrintCopy(this.#changed);
      this.#changed();
    }
    if (await this.#printCopy.addLink()) this.#changed();
  }

  /** Opens or closes the list of files. If its script cannot be loaded, saves the answers as a file. */
  async #toggleExports(downloadAnswers: () => void): Promise<void> {
    try {
      if (this.#exports) this.#exports = undefined;
      else {
        await this.#unfold();
        const [{ FileExports }] = await Promise.all([exportPart(), this.#loadPrintCopy(this.#model)]);
        this.#exports = new FileExports(this.#changed);
      }
      this.#changed();
    } catch (error) {
      downloadAnswers();
      noteLoss(error);
    }
  }

  async #openExplanation(target: ExplainTarget): Promise<void> {
    [this.#explain] = await Promise.all([explainPart(), this.#unfold()]);
    this.#explained = target;
    this.#changed();
  }

  #closeWhatIf(): void {
    this.#showsWhatIf = false;
    this.#changed();
  }

  async #openWhatIf(): Promise<void> {
    [this.#explain] = await Promise.all([explainPart(), this.#unfold()]);
    this.#showsWhatIf = true;
    this.#changed();
  }

  async #shareDialog({ answers, actions }: ReportInput): Promise<ComponentChild> {
    if (!this.#isSharing || !actions) return null;
    const part = await sharePart().catch(noteLoss);
    if (part) return part.shareDialog(this.#site, this.#data, answers, actions.downloadAnswers, () => this.close());
    this.#isSharing = false;
    return null;
  }
}
