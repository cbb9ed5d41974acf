import * as messages from '#messages/check-entries.ts';
import { isAdded } from '../model/is-added.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { ReportProblem } from './check-ids.ts';
import { unusedClaims } from './entry-problems.ts';

/** The one file of the crosswalk. */
const crosswalkPath = 'study/frameworks/crosswalk.yaml';

/** Reports each question without a row in the crosswalk, unless the crosswalk itself was refused. */
function checkCrosswalk(kb: KnowledgeBase, report: ReportProblem) {
  if (kb.refusedFiles.has(crosswalkPath)) return;
  for (const id of kb.questions.keys()) {
    if (!kb.crosswalk.has(id) && !isAdded(kb, `questions ${id}`))
      report(`questions ${id}`, [], messages.noCrosswalkRow(id, crosswalkPath));
  }
}

/** Reports each question and signal that no entry explains. */
function checkExplained(kb: KnowledgeBase, report: ReportProblem) {
  for (const map of ['questions', 'signals'] as const) {
    for (const id of kb[map].keys()) {
      if (!kb.entries.has(id)) report(`${map} ${id}`, [], messages.noEntry(id), id);
    }
  }
}

/** Reports each claim that has to be cited and is not. Says nothing while a file is refused: it may cite the claim. */
function checkCited(kb: KnowledgeBase, report: ReportProblem) {
  if (kb.refusedFiles.size > 0) return;
  for (const id of unusedClaims(kb)) report(`claims ${id}`, [], messages.uncitedClaim(id));
}

/** Reports what lacks its counterpart: questions without a crosswalk row or an entry, claims that nothing cites. */
export function checkCounterparts(kb: KnowledgeBase, report: ReportProblem): void {
  checkCrosswalk(kb, report);
  checkExplained(kb, report);
  checkCited(kb, report);
}
