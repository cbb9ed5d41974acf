import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { type Problem, placeOf } from '../model/problem.ts';
import { compareVersions } from '../model/versions.ts';
import { checkIds, type ReportProblem } from './check-ids.ts';
import { checkEntries } from './entry-problems.ts';
import { findSampleProblems } from './sample-problems.ts';

/** References from the study's files to participants, practices and framework elements. */
function checkStudy(kb: KnowledgeBase, report: ReportProblem) {
  for (const [id, { participants }] of kb.claims) {
    checkIds(report, `claims ${id}`, ['participants'], participants, kb.participants, 'participant');
  }
  const tests = new Map((kb.mlTestScore?.tests ?? []).map((test) => [test.id, test]));
  for (const [practice, row] of kb.crosswalk) {
    const owner = `crosswalk ${practice}`;
    checkIds(report, owner, ['practice'], practice, kb.questions, 'practice');
    checkIds(report, owner, ['claims'], row.claims, kb.claims, 'claim');
    checkIds(report, owner, ['mlTestScore'], row.mlTestScore, tests, 'ML Test Score test');
    checkIds(report, owner, ['se4ml'], row.se4ml, kb.se4ml, 'SE4ML practice');
  }
}

/** References of questions and symptoms, and that no practice needs itself by a detour. */
function checkQuestions(kb: KnowledgeBase, report: ReportProblem) {
  for (const [name, table] of [
    ['questions', kb.questions],
    ['symptoms', kb.symptoms],
  ] as const) {
    for (const [id, item] of table) {
      const owner = `${name} ${id}`;
      checkIds(report, owner, ['claims'], item.claims, kb.claims, 'claim');
      checkIds(report, owner, ['notApplicable', 'claims'], item.notApplicable?.claims ?? [], kb.claims, 'claim');
    }
  }
  for (const [id, question] of kb.questions) {
    const owner = `questions ${id}`;
    checkIds(report, owner, ['needs'], question.needs, kb.questions, 'practice');
    checkIds(report, owner, ['move', 'waiting', 'claims'], question.move.waiting.claims, kb.claims, 'claim');
    if (kb.symptoms.has(id))
      report(owner, [], `"${id}" is also a symptom question. Ids of items are unique; rename one.`);
    const folder = kb.origins.get(owner)?.file.path.split('/')[2];
    if (folder !== question.variable)
      report(
        owner,
        ['variable'],
        `The file stands in "${folder}" but scores ${question.variable}. Move the file or correct the variable.`,
      );
    if (reaches(kb, id, id))
      report(
        owner,
        ['needs'],
        `"${id}" needs itself by way of ${question.needs.join(', ')}. Remove one of these needs.`,
      );
  }
}

/** Whether following `needs` from one practice arrives at another. */
function reaches(kb: KnowledgeBase, from: string, goal: string, seen = new Set<string>()): boolean {
  return (kb.questions.get(from)?.needs ?? []).some((need) => {
    if (need === goal) return true;
    if (seen.has(need)) return false;
    seen.add(need);
    return reaches(kb, need, goal, seen);
  });
}

/** Rules of signals and tensions. */
function checkRules(kb: KnowledgeBase, report: ReportProblem) {
  const items = new Map<string, unknown>([...kb.questions, ...kb.symptoms]);
  for (const [id, { indicators, requires, claims, costClaims, helps }] of kb.signals) {
    const owner = `signals ${id}`;
    const named = indicators.map(({ item }) => item);
    checkIds(report, owner, ['indicators'], named, items, 'question');
    if (requires !== undefined) checkIds(report, owner, ['requires'], requires, items, 'question');
    checkIds(report, owner, ['claims'], claims, kb.claims, 'claim');
    checkIds(report, owner, ['costClaims'], costClaims, kb.claims, 'claim');
    checkIds(report, owner, ['helps'], helps, kb.questions, 'practice');
    if (!named.some((item) => kb.symptoms.has(item)))
      report(
        owner,
        ['indicators'],
        'A signal needs a symptom among its indicators, or nothing observed can raise it. Add one.',
      );
    if (!named.some((item) => kb.questions.has(item)))
      report(owner, ['indicators'], 'A signal needs a practice among its indicators. Add one.');
    if (new Set(named).size < named.length)
      report(owner, ['indicators'], 'An indicator stands here twice. Remove one and set its weight instead.');
  }
  for (const [id, { high, low, claims }] of kb.tensions) {
    checkIds(report, `tensions ${id}`, ['high'], high, kb.questions, 'practice');
    checkIds(report, `tensions ${id}`, ['low'], low, kb.questions, 'practice');
    checkIds(report, `tensions ${id}`, ['claims'], claims, kb.claims, 'claim');
  }
}

/** The frozen order holds every item once; targets and context agree with what exists. */
function checkPack(kb: KnowledgeBase, problems: Problem[]) {
  const say = (place: readonly PropertyKey[], message: string) =>
    problems.push({ file: 'content/assessment/pack.yaml', place: placeOf(place), message });
  if (!kb.pack) {
    say([], 'The pack is missing or was refused, so there is no assessment. Put it right first.');
    return;
  }
  const { order, targets, version, changelog } = kb.pack;
  const items = new Map<string, unknown>([...kb.questions, ...kb.symptoms]);
  const report: ReportProblem = (_owner, place, message, id = '') => kb.refused.has(id) || say(place, message);
  checkIds(report, '', ['order'], order, items, 'question');
  if (!changelog.some((change) => change.version === version))
    say(['changelog'], `Version ${version} has no entry. Say there what it changed for teams, with its day.`);
  order.forEach((id, index) => {
    if (order.indexOf(id) < index) say(['order', index], `"${id}" stands in the order twice. Remove one.`);
  });
  for (const id of items.keys()) {
    if (!order.includes(id))
      say(['order'], `The question "${id}" is missing from the order. Add it at the end of its stage.`);
  }
  targets.forEach((target, index) => {
    checkIds(report, '', ['targets', index, 'items'], target.items, kb.questions, 'practice');
  });
}

/** Steps follow each other up to this version, and lead every answer to a question that is asked or asked no more. */
function checkMigrations(kb: KnowledgeBase, problems: Problem[]) {
  if (!kb.pack) return;
  const { order, version } = kb.pack;
  const say = (place: readonly PropertyKey[], message: string) =>
    problems.push({ file: 'content/assessment/migrations.yaml', place: placeOf(place), message });
  const asked = new Set(order);
  kb.migrations.forEach(({ from, to, items }, index) => {
    const place = ['steps', index];
    const before = kb.migrations[index - 1]?.to;
    if (compareVersions(from, to) >= 0)
      say(place, `The step leads from ${from} to ${to}. A step leads to a later version; correct one of them.`);
    if (before !== undefined && compareVersions(before, from) > 0)
      say(place, `The step before leads to ${before}, this one starts at ${from}. Put the steps in order.`);
    if (compareVersions(to, version) > 0)
      say(place, `The step leads to ${to}, but the pack has version ${version}. Raise that or correct the step.`);
    const laterSteps = kb.migrations.slice(index + 1).flatMap((step) => step.items);
    const later = new Set(laterSteps.flatMap((item) => item.from));
    const known = new Map([...asked, ...later].map((id) => [id, true]));
    const report: ReportProblem = (_owner, at, message, id = '') => kb.refused.has(id) || say(at, message);
    items.forEach((item, nth) => {
      const at = [...place, 'items', nth];
      checkIds(report, '', [...at, 'to'], item.to, known, 'question');
      item.from.forEach((id, which) => {
        if (item.kind === 'retired' && asked.has(id) && !laterSteps.some(({ to: ids }) => ids.includes(id)))
          say([...at, 'from', which], `"${id}" is retired here, but the pack still asks it. Remove one of the two.`);
      });
    });
    for (const side of ['from', 'to'] as const) {
      const ids = items.flatMap((item) => item[side]);
      for (const id of new Set(ids.filter((each, nth) => ids.indexOf(each) < nth)))
        say(place, `"${id}" stands in "${side}" of this step twice. Name it once.`);
    }
  });
}

/**
 * Lists everything in a knowledge base that contradicts something else in it: dead references, circles, missing items.
 * Returns all problems at once, in the order of the tables; an empty list means that content is whole.
 */
export function findProblems(kb: KnowledgeBase): Problem[] {
  const problems: Problem[] = [];
  const report: ReportProblem = (owner, place, message, id = '', line) => {
    if (kb.refused.has(id)) return; // it is there, in a file with a problem of its own
    const origin = kb.origins.get(owner);
    const root = origin?.place.slice(0, -1) ?? [];
    const path = [...root, ...place];
    const at = line ?? origin?.file.lineOf(path);
    problems.push({
      file: `content/${origin?.file.path ?? owner}`,
      ...(at === undefined ? {} : { line: at }),
      place: placeOf(path),
      message,
    });
  };
  checkStudy(kb, report);
  checkQuestions(kb, report);
  checkRules(kb, report);
  checkEntries(kb, report);
  checkPack(kb, problems);
  checkMigrations(kb, problems);
  return [...problems, ...findSampleProblems(kb)];
}
