import { type ComponentChild, h } from 'preact';
import type { Answers } from '../../core/answers/answers.ts';
import type { Depth } from '../../core/model/ids.ts';
import { type Report, report } from '../../core/report/report.ts';
import { fetchData, loadStyles } from '../platform/data-files.ts';
import { nextPaint, yieldToMain } from '../platform/scheduling.ts';
import type { HowTo, ReportData, Site } from '../shared/view-data.ts';
import type { changeSinceLast } from './change-since.ts';
import { allRendered, ProgressiveRender } from './ProgressiveRender.ts';
import { type ReportActions, ReportView } from './ReportView.tsx';
import type { ExplainTarget } from './report-parts.tsx';

/** What somebody has asked of the report beyond itself, and the part of the site that answers, once it is here. */
export interface ReportUiState {
  explained: ExplainTarget | undefined;
  tryOut: boolean;
  /** The dialog that makes a link. */
  sharing: boolean;
  loaded: typeof import('./explain-dialog.ts') | undefined;
  /** Called when something is there that was not when the report was made. */
  changed(): void;
  /** Asks for the explanation of a number where there are no other actions. */
  explain?: ReportActions['explain'];
  setTarget(item: string, level: number | null, reason: string): void;
  close(): void;
}

let paperModule: typeof import('./print-copy.ts') | undefined;
let filesModule: typeof import('./exports.ts') | undefined;

/** Loads what prints of a report, once the report itself stands and says how its moves are made. */
async function loadPaper({ learned }: ReportModel, changed: () => void): Promise<void> {
  await learned;
  if (!paperModule) {
    [paperModule] = await Promise.all([import('./print-copy.ts'), fetchData('paper'), loadStyles('paper')]);
    changed();
  }
  if (await paperModule.addWorkingCopy()) changed();
}

/** Opens or closes the list of files. Where it cannot be loaded, the answers are handed over at least. */
async function toggleFiles(made: ReportModel, changed: () => void, handOver: () => void): Promise<void> {
  try {
    filesModule = filesModule ? undefined : (await Promise.all([import('./exports.ts'), loadPaper(made, changed)]))[0];
    changed();
  } catch {
    handOver();
  }
}

/** The last assessment of the same system before these answers; nothing where none is kept, or without a name or date. */
function lastTime({ system, date }: Answers, kept: readonly Answers[]): Answers | undefined {
  const name = system.trim().toLowerCase();
  return kept
    .filter((each) => name !== '' && each.system.trim().toLowerCase() === name && (each.date ?? '9') < (date ?? ''))
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))[0];
}

/** A report, with what else is shown and stays the same while the answers do. */
interface ReportModel {
  /** What it was made of. */
  of: readonly unknown[];
  report: Report;
  earlier: ReturnType<typeof changeSinceLast> | undefined;
  /** With how its moves are made, as soon as that is here. */
  data: ReportData;
  /** Resolves once all is here that can be had; absent until it is asked for. */
  learned?: Promise<void>;
}
let last: ReportModel | undefined;
type HowToFile = (practice: string) => Promise<HowTo>;

/** How moves are made, by practice; nothing for one whose file cannot be had. */
const howToByPractice = new Map<string, HowTo | undefined>();

/** The data of a report, with how the moves of its plan are made, as far as that is known. */
function withHowTo(data: ReportData, { moves }: Report): ReportData {
  const told = moves.map(({ practice }) => [
    practice,
    { ...data.advice[practice], how: howToByPractice.get(practice) },
  ]);
  return { ...data, advice: { ...data.advice, ...Object.fromEntries(told) } };
}

/** Asks how the moves of a report are made, where that is not known, once the report itself stands. */
async function loadHowTo(made: ReportModel, howTo: HowToFile, changed: () => void): Promise<void> {
  await nextPaint();
  await allRendered();
  const open = made.report.moves.map(({ practice }) => practice).filter((practice) => !howToByPractice.has(practice));
  if (open.length === 0) return;
  const ask = async (practice: string) => howToByPractice.set(practice, await howTo(practice).catch(() => undefined));
  await Promise.all(open.map(ask));
  made.data = withHowTo(made.data, made.report);
  changed();
}

/**
 * The report of answers; that of the same ones is not made again. The browser may do other things while the first is made,
 * not while later ones are: who types into a report must not be overtaken by a drawing of what was typed before.
 */
async function reportOf(
  site: Site,
  data: ReportData,
  answers: Answers,
  depth: Depth,
  before: Answers | undefined,
): Promise<ReportModel> {
  const { pack } = data;
  const pause = last ? () => undefined : yieldToMain;
  const of = [answers, pack, depth, before];
  if (last && of.every((each, at) => each === last?.of[at])) return last;
  const earlier = before && (await import('./change-since.ts')).changeSinceLast(site, data, before, answers);
  const whole = report(answers, pack, depth, earlier?.since);
  await pause();
  last = { of, report: whole, earlier, data: withHowTo(data, whole) };
  return last;
}

/**
 * Makes the report of the open assessment and shows it.
 * @param actions absent for a report that is only read: numbers explain themselves, nothing is changed
 * @param howTo gets how a move is made
 * @param kept everything that this browser keeps, among it perhaps an earlier assessment of the same system
 */
export async function reportPage(
  site: Site,
  data: ReportData,
  answers: Answers,
  depth: Depth,
  actions: ReportActions | undefined,
  asked: ReportUiState,
  howTo: HowToFile,
  kept: readonly Answers[] = [],
): Promise<ComponentChild> {
  const { explained, loaded, changed } = asked;
  const made = await reportOf(site, data, answers, depth, lastTime(answers, kept));
  made.learned ??= loadHowTo(made, howTo, changed);
  const { report, earlier } = made;
  const parts = { site, data: made.data, report };
  void loadPaper(made, changed).catch(() => undefined); // without it the report prints as it stands
  const paper = paperModule?.printCopy({ ...parts, answers }, changed);
  const view = h(ReportView, {
    ...parts,
    actions: actions && {
      ...actions,
      download: () => void toggleFiles(made, changed, actions.download),
      print: () => void loadPaper(made, changed).finally(actions.print),
    },
    explain: asked.explain,
    since: earlier?.view,
    paper,
    parts: ProgressiveRender,
    downloads: filesModule?.downloads({ ...parts, answers, since: earlier?.view, paper }, changed),
    tried: asked.tryOut && loaded?.whatIf({ ...parts, answers, setTarget: asked.setTarget }),
    explanation: explained && loaded?.explainDialog({ ...parts, answers, explained, close: asked.close }),
  });
  // Always a list: with another shape the report would be built anew, and the focus would have nowhere to go back to.
  if (!asked.sharing || !actions) return [view, null];
  const [{ shareDialog }] = await Promise.all([import('./share-dialog.ts'), fetchData('share')]);
  return [view, shareDialog(site, data, answers, actions.download, asked.close)];
}
