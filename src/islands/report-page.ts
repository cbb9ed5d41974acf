import { type ComponentChild, h } from 'preact';
import { type Answers, answerMap } from '../core/assessment/answers.ts';
import { worthKnowing } from '../core/assessment/explain.ts';
import type { Depth } from '../core/model/vocabulary.ts';
import { report } from '../core/report.ts';
import type { HowTo, ReportData, Site } from '../views/data.ts';
import { type ReportActions, ReportView } from '../views/ReportView.tsx';
import { type Explained, levelsOf } from '../views/report-parts.tsx';

/** What somebody has asked of the report beyond itself, and the part of the site that answers, once it is here. */
export interface Asked {
  explained: Explained | undefined;
  tryOut: boolean;
  loaded: typeof import('./workings.ts') | undefined;
  /** Fetches the sentences and the styles of what prints and of files. */
  paperData(): Promise<unknown>;
  /** Called when something is there that was not when the report was made. */
  changed(): void;
  setTarget(item: string, level: number | null, reason: string): void;
  close(): void;
}

let paperModule: typeof import('./paper.ts') | undefined;
let filesModule: typeof import('./exports.ts') | undefined;

/** Loads what prints of a report, once the report itself stands. */
async function loadPaper({ paperData, changed }: Asked): Promise<void> {
  if (paperModule) return;
  [paperModule] = await Promise.all([import('./paper.ts'), paperData()]);
  changed();
}

/** Opens or closes the list of files. Where it cannot be loaded, the answers are handed over at least. */
async function toggleFiles(asked: Asked, handOver: () => void): Promise<void> {
  try {
    filesModule = filesModule ? undefined : (await Promise.all([import('./exports.ts'), loadPaper(asked)]))[0];
    asked.changed();
  } catch {
    handOver();
  }
}

/**
 * Makes the report of the open assessment and shows it.
 * @param howTo gets how a move is made
 */
export async function reportPage(
  site: Site,
  data: ReportData,
  answers: Answers,
  depth: Depth,
  actions: ReportActions,
  asked: Asked,
  howTo: (practice: string) => Promise<HowTo>,
): Promise<ComponentChild> {
  const made = report(answers, data.pack, depth);
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
  void loadPaper(asked).catch(() => undefined); // without it the report prints as it stands
  const paper = paperModule?.paper({ ...parts, answers, levels }, changed);
  return h(ReportView, {
    ...parts,
    levels,
    actions: {
      ...actions,
      download: () => void toggleFiles(asked, actions.download),
      print: () => void loadPaper(asked).finally(actions.print),
    },
    worth,
    paper,
    downloads: filesModule?.downloads({ ...parts, answers, levels, paper }, changed),
    tried: asked.tryOut && loaded?.tryOut({ ...parts, answers, setTarget: asked.setTarget }),
    explanation: explained && loaded?.workings({ ...parts, answers, explained, close: asked.close }),
  });
}
