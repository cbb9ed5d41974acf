import { expect, test } from 'vitest';
import type { Decision } from '../../../src/core/answers/answers.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { startAgain } from '../../../src/core/answers/start-again.ts';
import {
  checkPromises,
  outcomesSince,
  promisesSince,
  standingDecisions,
} from '../../../src/core/assessment/promises.ts';
import { answerOf } from '../../support/compact.ts';
import { checkDay, due, earlier, promise } from '../../support/promised-team.ts';
import { packWith, practice } from '../../support/small-pack.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

test('a follow-up tells the same as both files side by side', () => {
  const before = earlier(1, {}, { targets: [{ item: 'runs', level: 4 }], context: { teamSize: 'alone' } });
  const now = { ...startAgain(before, checkDay), answers: [answerOf('runs', 1)] };
  expect(outcomesSince(now, teamPack)).toEqual(checkPromises(before, now, teamPack));
  expect(outcomesSince(before, teamPack)).toEqual([]);
});

test('what was promised stays as it was, whatever the team decides next', () => {
  const now = { ...startAgain(earlier(1), checkDay), answers: [answerOf('runs', 1)] };
  const redone = { ...now, decisions: [promise({ owner: 'Ben', due: '2027-12-01' })] };
  expect(outcomesSince(redone, teamPack)[0]).toMatchObject({ status: 'slipped', owner: 'Ann', due });
});

test('a decision ends once its goal is reached: the next move on the practice is another one', () => {
  const now = (runs: number) => ({ ...startAgain(earlier(1), checkDay), answers: [answerOf('runs', runs)] });
  expect(standingDecisions(now(2), teamPack)).toEqual([]);
  expect(standingDecisions(now(1), teamPack)).toEqual([promise()]);
  const decidedAnew = promise({ due: '2027-12-01' });
  expect(standingDecisions({ ...now(2), decisions: [decidedAnew] }, teamPack)).toEqual([decidedAnew]);
  const declined: Decision = { practice: 'runs', decision: 'no' };
  expect(standingDecisions({ ...now(2), decisions: [declined] }, teamPack)).toEqual([declined]);
  expect(standingDecisions(earlier(1), teamPack)).toEqual([promise()]);
});

test('a report tells of the promises that its answers carry, else of those of an assessment kept beside them', () => {
  const kept = earlier(1);
  const carried = { ...answerOf('tests', 3), carried: { date: '2026-11-20' } };
  const alone = smallTeam({ runs: 2, ideas: 1 }, { date: checkDay });
  const followUp = { ...startAgain(earlier(0), checkDay), answers: [answerOf('runs', 1), carried] };
  expect(promisesSince(alone, teamPack, kept)).toMatchObject({
    date: '2026-11-20',
    outcomes: [{ practice: 'runs', from: 1, now: 2, status: 'done' }],
    carried: 0,
  });
  expect(promisesSince(followUp, teamPack, kept)).toMatchObject({
    date: '2026-11-20',
    outcomes: [{ practice: 'runs', from: 0, now: 1, status: 'partly' }],
    carried: 1,
  });
});

test('a report tells of no promises where none were made, and of no day where the earlier assessment has none', () => {
  const now = smallTeam({ runs: 2 }, { date: checkDay });
  expect(promisesSince(now, teamPack)).toBeNull();
  expect(promisesSince(now, teamPack, smallTeam({ runs: 1 }))).toBeNull();
  const { date: _, ...undated } = earlier(1);
  expect(promisesSince(now, teamPack, undated)).toMatchObject({ date: null, outcomes: [{ status: 'done' }] });
});

test('start, then deepen on the same practice are two promises, one after the other', () => {
  const first = { ...startAgain(earlier(1), checkDay), answers: [answerOf('runs', 2)] };
  const again = promise({ due: '2027-08-01' });
  const second = startAgain({ ...first, decisions: [again] }, '2027-09-01');
  expect(outcomesSince({ ...second, answers: [answerOf('runs', 3)] }, teamPack)).toMatchObject([
    { kind: 'deepen', from: 2, reaches: 4, due: '2027-08-01', status: 'partly' },
  ]);
});

test('a promise survives a question that is renamed or retired in a later version', () => {
  const item = (kind: 'same' | 'retired', from: string, to: string[]) => ({ kind, from: [from], to });
  const migrations = [
    { from: '1.0.0', to: '1.1.0', items: [item('same', 'runs', ['records']), item('retired', 'stages', [])] },
  ];
  const decisions = [promise(), promise({ practice: 'stages' })];
  const before = smallTeam({ runs: 1, stages: 1 }, { date: '2026-11-20', decisions });
  const file = startAgain(before, checkDay);
  const pack = packWith([practice('records')], { version: '1.1.0', migrations: migrations as never });
  const opened = openAnswers(JSON.parse(JSON.stringify(file)), pack);
  if (!opened.ok) throw new Error(opened.problems.join('\n'));
  const now = { ...opened.value, answers: [answerOf('records', 2)] };
  expect(outcomesSince(now, pack)).toMatchObject([
    { practice: 'records', status: 'done', from: 1, owner: 'Ann' },
    { practice: 'stages', status: 'not-comparable', owner: 'Ann', due },
  ]);
});
