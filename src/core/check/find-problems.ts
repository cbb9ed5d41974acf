import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { type Problem, problemAt } from '../model/problem.ts';
import { shownPath } from '../model/source-file.ts';
import { checkQuestions, checkRules } from './assessment-problems.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';
import { checkCounterparts } from './counterpart-problems.ts';
import { checkEntries } from './entry-problems.ts';
import { checkEvidence } from './evidence-problems.ts';
import { checkLookRules } from './look-problems.ts';
import { checkMigrations, checkPack } from './pack-problems.ts';
import { checkRefused } from './refused-problems.ts';
import { findSampleProblems } from './sample-problems.ts';

/** References from the study's files to participants, practices and the elements of other frameworks. */
function checkStudy(kb: KnowledgeBase, report: ReportProblem) {
  for (const [id, { participants }] of kb.claims) {
    checkIds(report, `claims ${id}`, ['participants'], participants, kb.participants, 'participant');
  }
  const tests = new Map((kb.mlTestScore?.tests ?? []).map((test) => [test.id, test]));
  for (const [practice, row] of kb.crosswalk) {
    const owner = `crosswalk ${practice}`;
    checkIds(report, owner, ['practice'], practice, kb.questions, 'practice');
    checkIds(report, owner, ['claims'], row.claims, kb.claims, 'claim');
    checkIds(report, owner, ['mlTestScore'], row.mlTestScore, tests, 'mlTestScore');
    checkIds(report, owner, ['se4ml'], row.se4ml, kb.se4ml, 'se4ml');
  }
}

/** Collects problems, with the file and line that their owner came from. */
const reporterOf =
  (kb: KnowledgeBase, problems: Problem[]): ReportProblem =>
  (owner, place, message, id = '', textLine) => {
    if (kb.refused.has(id)) return; // it exists, in a file that has another problem
    const origin = kb.origins.get(owner);
    const path = [...(origin?.place.slice(0, -1) ?? []), ...place];
    const line = textLine ?? origin?.file.lineOf(path);
    problems.push(problemAt(origin ? shownPath(origin.file, path) : `content/${owner}`, line, path, message));
  };

/**
 * Lists everything in a knowledge base that contradicts something else in it: dead references, cycles, missing items.
 * Returns all problems at once, table by table. Without any problem the list is empty.
 */
export function findProblems(kb: KnowledgeBase): Problem[] {
  const problems: Problem[] = [];
  const report = reporterOf(kb, problems);
  checkStudy(kb, report);
  checkQuestions(kb, report);
  checkRules(kb, report);
  checkLookRules(kb, report);
  checkEntries(kb, report);
  checkEvidence(kb, report);
  checkRefused(kb, report);
  checkCounterparts(kb, report);
  checkPack(kb, report);
  checkMigrations(kb, report);
  return [...problems, ...findSampleProblems(kb)];
}
