import { type ComponentChild, h } from 'preact';
import { type Answers, answerMap } from '../core/assessment/answers.ts';
import { worthKnowing } from '../core/assessment/explain.ts';
import type { Depth } from '../core/model/vocabulary.ts';
import { type Report, report } from '../core/report.ts';
import type { HowTo, ReportData, Site } from '../views/data.ts';
import { type ReportActions, ReportView } from '../views/ReportView.tsx';
import { type Explained, levelsOf } from '../views/report-parts.tsx';
import { dataFile, stylesOf } from './files.ts';
import type { sinceLast } from './since.ts';

/** What somebody has asked of the report beyond itself, and the part of the site that answers, once it is here. */
export interface Asked {
  explained: Explained | undefined;
  tryOut: boolean;
  /** The dialog that makes a link. */
  sharing: boolean;
  loaded: typeof import('./workings.ts') | undefined;
  /** Called when something is there that was not when the report was made. */
  changed(): void;
  /** Asks for the explanation of a number where there are no other actions. */
  explain?: ReportActions['explain'];
  setTarget(item: string, level: number | null, reason: string): void;
  close(): void;
}

let paperModule: typeof import('./paper.ts') | undefined;
let filesModule: typeof import('./exports.ts') | undefined;

/** Loads what prints of a report, once the report itself stands. */
async function loadPaper(changed: () => void): Promise<void> {
  if (paperModule) return;
  [paperModule] = await Promise.all([import('./paper.ts'), dataFile('paper'), stylesOf('paper')]);
  changed();
}

/** Opens or closes the list of files. Where it cannot be loaded, the answers are handed over at least. */
async function toggleFiles(changed: () => void, handOver: () => void): Promise<void> {
  try {
    filesModule = filesModule ? undefined : (await Promise.all([import('./exports.ts'), loadPaper(changed)]))[0];
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

/** A report, with what it says of the time before, and what it was made of. */
interface Made {
  of: readonly unknown[];
  earlier: ReturnType<typeof sinceLast> | undefined;
  report: Report;
}
let last: Made | undefined;

/** The report of answers; that of the same ones is not worked out again. */
async function reportOf(site: Site, data: ReportData, answers: Answers, depth: Depth, before?: Answers): Promise<Made> {
  const of = [answers, data.pack, depth, before];
  if (last && of.every((each, at) => each === last?.of[at])) return last;
  const earlier = before && (await import('./since.ts')).sinceLast(site, data, before, answers);
  last = { of, earlier, report: report(answers, data.pack, depth, earlier?.since) };
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
  asked: Asked,
  howTo: (practice: string) => Promise<HowTo>,
  kept: readonly Answers[] = [],
): Promise<ComponentChild> {
  const { report: made, earlier } = await reportOf(site, data, answers, depth, lastTime(answers, kept));
  const plan = made.moves.map(({ practice }) => practice);
  const how = await Promise.all(plan.map((practice) => howTo(practice).catch(() => undefined))); // the rest stands without it
  const advice = { ...data.advice };
  plan.forEach((practice, at) => {
    const known = advice[practice];
    if (known) advice[practice] = { ...known, how: how[at] };
  });
  const parts = { site, data: { ...data, advice }, report: made };
  const worth = worthKnowing(answerMap(answers), data.pack, depth, data.pack.constants.moves.headline);
  const { explained, loaded, changed } = asked;
  const levels = levelsOf(answers);
  void loadPaper(changed).catch(() => undefined); // without it the report prints as it stands
  const paper = paperModule?.paper({ ...parts, answers, levels }, changed);
  const view = h(ReportView, {
    ...parts,
    levels,
    actions: actions && {
      ...actions,
      download: () => void toggleFiles(changed, actions.download),
      print: () => void loadPaper(changed).finally(actions.print),
    },
    explain: asked.explain,
    worth,
    since: earlier?.view,
    paper,
    downloads: filesModule?.downloads({ ...parts, answers, levels, since: earlier?.view, paper }, changed),
    tried: asked.tryOut && loaded?.tryOut({ ...parts, answers, setTarget: asked.setTarget }),
    explanation: explained && loaded?.workings({ ...parts, answers, explained, close: asked.close }),
  });
  // Always a list: with another shape the report would be built anew, and the focus would have nowhere to go back to.
  if (!asked.sharing || !actions) return [view, null];
  const [{ shareDialog }] = await Promise.all([import('./share.ts'), dataFile('share')]);
  return [view, shareDialog(site, data, answers, actions.download, asked.close)];
}
