import * as messages from '#messages/check-assessment.ts';
import { isAdded } from '../model/is-added.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { PracticeQuestion } from '../model/pack-schema.ts';
import { markedTitle, shortTitleLength } from '../model/question-schema.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';

/** Checks the fields that practice and symptom questions share, such as claims and short title. */
function checkCommonFields(kb: KnowledgeBase, report: ReportProblem) {
  const questions = [...kb.questions].map(([id, question]) => [`questions ${id}`, question] as const);
  const symptoms = [...kb.symptoms].map(([id, symptom]) => [`symptoms ${id}`, symptom] as const);
  for (const [owner, { claims, notApplicable, title, short }] of [...questions, ...symptoms]) {
    const mark = isAdded(kb, owner) ? kb.overlay?.mark : undefined;
    const shownTitle = mark === undefined ? (short ?? title) : markedTitle(short ?? title, mark);
    const isShort = short !== undefined;
    if (shownTitle.length > shortTitleLength)
      report(
        owner,
        [isShort ? 'short' : 'title'],
        messages.titleTooLong(shownTitle, shownTitle.length, shortTitleLength, isShort),
      );
    checkIds(report, owner, ['claims'], claims, kb.claims, 'claim');
    checkIds(report, owner, ['notApplicable', 'claims'], notApplicable?.claims ?? [], kb.claims, 'claim');
  }
}

/** Whether following `needs` from one practice leads to another. */
function leadsTo(kb: KnowledgeBase, from: string, target: string, visited = new Set<string>()): boolean {
  return (kb.questions.get(from)?.needs ?? []).some((need) => {
    if (need === target) return true;
    if (visited.has(need)) return false;
    visited.add(need);
    return leadsTo(kb, need, target, visited);
  });
}

/** References of a practice question, its folder, and that it does not need itself. */
function checkPractice(kb: KnowledgeBase, id: string, question: PracticeQuestion, report: ReportProblem) {
  const owner = `questions ${id}`;
  checkIds(report, owner, ['needs'], question.needs, kb.questions, 'practice');
  checkIds(report, owner, ['waiting', 'claims'], question.waiting?.claims ?? [], kb.claims, 'claim');
  if (kb.symptoms.has(id)) report(owner, [], messages.practiceAndSymptom(id));
  const folder = kb.origins.get(owner)?.file.path.split('/')[2] ?? '';
  if (folder !== question.variable) report(owner, ['variable'], messages.wrongFolder(folder, question.variable));
  if (leadsTo(kb, id, id)) report(owner, ['needs'], messages.needsItself(id, question.needs.join(', ')));
}

/** References of practice and symptom questions, and that no practice needs itself, however indirectly. */
export function checkQuestions(kb: KnowledgeBase, report: ReportProblem): void {
  checkCommonFields(kb, report);
  for (const [id, question] of kb.questions) checkPractice(kb, id, question, report);
}

/** Whether a signal has the indicators that it needs: a symptom and a practice, each question once. */
function checkIndicators(kb: KnowledgeBase, owner: string, items: readonly string[], report: ReportProblem) {
  const place = ['indicators'];
  if (!items.some((item) => kb.symptoms.has(item))) report(owner, place, messages.noSymptomIndicator);
  if (!items.some((item) => kb.questions.has(item))) report(owner, place, messages.noPracticeIndicator);
  if (new Set(items).size < items.length) report(owner, place, messages.indicatorTwice);
}

/** References of signals and tensions, and the indicators of signals. */
export function checkRules(kb: KnowledgeBase, report: ReportProblem): void {
  const items = new Map<string, unknown>([...kb.questions, ...kb.symptoms]);
  for (const [id, { indicators, requires, claims, costClaims, helps }] of kb.signals) {
    const owner = `signals ${id}`;
    const indicatorItems = indicators.map(({ item }) => item);
    checkIds(report, owner, ['indicators'], indicatorItems, items, 'question');
    const requiredItems = requires.flatMap((requirement) => ('item' in requirement ? [requirement.item] : []));
    checkIds(report, owner, ['requires'], requiredItems, items, 'question');
    checkIds(report, owner, ['claims'], claims, kb.claims, 'claim');
    checkIds(report, owner, ['costClaims'], costClaims, kb.claims, 'claim');
    checkIds(report, owner, ['helps'], helps, kb.questions, 'practice');
    checkIndicators(kb, owner, indicatorItems, report);
  }
  for (const [id, { high, low, claims }] of kb.tensions) {
    checkIds(report, `tensions ${id}`, ['high'], high, kb.questions, 'practice');
    checkIds(report, `tensions ${id}`, ['low'], low, kb.questions, 'practice');
    checkIds(report, `tensions ${id}`, ['claims'], claims, kb.claims, 'claim');
  }
}
