import * as messages from '#messages/check-assessment.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { globPattern } from '../text/glob.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';

/** Whether every rule of a look is about a question, and its matching examples have paths that its globs match. */
export function checkLookRules(kb: KnowledgeBase, report: ReportProblem): void {
  const items = new Map<string, unknown>([...kb.questions, ...kb.symptoms]);
  for (const [id, { item, files, matches, points, trouble }] of kb.lookRules) {
    const owner = `lookRules ${id}`;
    checkIds(report, owner, ['item'], item, items, 'question');
    const lowest = kb.symptoms.has(item) ? 5 : 1;
    if (!trouble && points.every((answer) => answer === lowest)) report(owner, ['points'], messages.notTrouble);
    matches.forEach(({ path }, index) => {
      if (globPattern(files).test(path)) return;
      report(owner, ['matches', index, 'path'], messages.noGlob(path));
    });
  }
}
