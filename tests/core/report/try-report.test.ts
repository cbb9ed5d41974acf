import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { groupAnswers } from '../../../src/core/assessment/group-answers.ts';
import { mergeRespondents } from '../../../src/core/assessment/respondents.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { report } from '../../../src/core/report/report.ts';
import { tryReport } from '../../../src/core/report/try-report.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const groups = Array.from({ length: 10 }, (_, at) => [1, 2, 3].map((person) => generateTeam(pack, at * 3 + person)));
const jointly = (people: (typeof groups)[number]) => groupAnswers(people, [], '2026-11-28', pack);

test.each(['quick', 'full'] as const)('with nothing tried, tryReport() changes no number, %s', (depth) => {
  for (const answers of [generateTeam(pack, 4), ...groups.map(jointly)]) {
    const made = report(answers, pack, depth);
    expect(tryReport(made, answers, new Map(), pack)).toEqual(made);
  }
});

test('tryReport() scores the tried levels as a report of these answers does', () => {
  const answers = generateTeam(pack, 4);
  const changed = { ...answers, answers: answers.answers.filter(({ item }) => item !== 'fast-idea-to-model') };
  const known = {
    ...changed,
    answers: [...changed.answers, { item: 'fast-idea-to-model', rev: 1, state: 'level', level: 4 }],
  };
  const tried = tryReport(report(answers, pack), answers, new Map([['fast-idea-to-model', 4]]), pack);
  expect(tried.variables).toEqual(report(known as typeof answers, pack).variables);
  expect(tried.levels['fast-idea-to-model']).toBe(4);
});

test('mergeRespondents(list) has the scores that the report of the group will have', () => {
  for (const people of groups)
    expect(mergeRespondents(people, pack).variables).toEqual(report(jointly(people), pack).variables);
});
