import { expect, test } from 'vitest';
import { type Answer, type Answers, answerMap, type Decision } from '../../../src/core/answers/answers.ts';
import { askedAgain, canCheckPromises } from '../../../src/core/answers/asked-again.ts';
import { mergeDrafts } from '../../../src/core/answers/merge-drafts.ts';
import { parseAnswers } from '../../../src/core/answers/parse-answers.ts';
import { compare } from '../../../src/core/assessment/compare.ts';
import { outcomesSince } from '../../../src/core/assessment/promises.ts';
import { questionsToAskAgain, startFollowUp } from '../../../src/core/assessment/start-follow-up.ts';
import { pilotOf } from '../../../src/core/reliability/pilot.ts';
import { answerOf } from '../../support/compact.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

const today = '2027-04-01';
const promise = (practice: string, part: Partial<Decision> = {}): Decision => ({
  practice,
  decision: 'do',
  owner: 'Ann',
  due: '2027-03-01',
  ...part,
});
/** Alerts and releases are weak, and so both signals of the pack are likely. */
const former = (part: Partial<Answers> = {}): Answers =>
  smallTeam(
    { all: 2, alerts: 1, releases: 0, alarms: 4, stops: 4, waits: 3, labels: 'na', sweeps: 'dk' },
    { system: 'Search', date: '2026-11-20', decisions: [promise('alerts')], ...part },
  );
const start = (from: Answers) => startFollowUp(from, today, teamPack);
const given = (answers: Answers, ...more: Answer[]): Answers => ({
  ...answers,
  answers: [...answers.answers.filter(({ item }) => !more.some((answer) => answer.item === item)), ...more],
});

test('a follow-up asks the questions of the promised moves, and the symptoms that they were to ease', () => {
  expect(questionsToAskAgain(former(), teamPack)).toEqual(['alerts', 'alarms']);
  const both = { decisions: [promise('releases'), promise('alerts'), promise('sweeps')] };
  expect(questionsToAskAgain(former(both), teamPack)).toEqual(['releases', 'sweeps', 'alerts', 'stops', 'alarms']);
});

test('a follow-up may start if something is promised and none is under way', () => {
  expect(canCheckPromises(former())).toBe(true);
  expect(canCheckPromises(former({ decisions: [promise('no-such-practice')] }))).toBe(true);
  expect(canCheckPromises(former({ decisions: [promise('alerts', { decision: 'later' })] }))).toBe(false);
  const followUp = { ...start(former()), decisions: [promise('alerts')] };
  expect(canCheckPromises(followUp)).toBe(false);
  const answered = given(followUp, answerOf('alerts', 3), answerOf('alarms', 0));
  expect(canCheckPromises(answered)).toBe(true);
});

test('a symptom is asked again only if its signal was likely and it was answered', () => {
  const quiet = former({ answers: smallTeam({ all: 1, alarms: 0 }).answers });
  expect(questionsToAskAgain(quiet, teamPack)).toEqual(['alerts']);
  const unanswered = former({ answers: former().answers.filter(({ item }) => item !== 'alarms') });
  expect(questionsToAskAgain(unanswered, teamPack)).toEqual(['alerts']);
});

test('nothing promised, nothing to ask', () => {
  for (const decisions of [[], [promise('alerts', { decision: 'no' })], [promise('labels')]])
    expect(questionsToAskAgain(former({ decisions }), teamPack)).toEqual([]);
});

test('every other answer is carried over whole, with the day on which it was given', () => {
  const noted: Answer = {
    ...answerOf('tests', 2),
    note: 'Nightly',
    evidence: { kind: 'shown' },
    at: '2026-11-19T08:00:00Z',
  };
  const next = start(given(former(), noted));
  const answers = answerMap(next);
  expect(answers.get('tests')).toEqual({ ...noted, carried: { date: '2026-11-20' } });
  for (const { item, ...content } of former().answers) {
    if (['alerts', 'alarms'].includes(item)) expect(answers.has(item)).toBe(false);
    else if (item !== 'tests') expect(answers.get(item)).toEqual({ item, ...content, carried: { date: '2026-11-20' } });
  }
  expect(askedAgain(next)).toEqual(['alerts', 'alarms']);
  expect(next).toMatchObject({ system: 'Search', date: today, decisions: [promise('alerts')] });
  expect(next.previous?.answers.find(({ item }) => item === 'alerts')).toEqual(answerOf('alerts', 1));
  expect(parseAnswers(JSON.parse(JSON.stringify(next)), teamPack)).toEqual({ ok: true, value: next });
});

test('an answer that is carried over twice keeps the day on which it was given; without a day it is marked as well', () => {
  const second = startFollowUp(
    given(start(former()), answerOf('alerts', 1), answerOf('alarms', 4)),
    '2027-06-01',
    teamPack,
  );
  expect(answerMap(second).get('tests')?.carried).toEqual({ date: '2026-11-20' });
  expect(askedAgain(second)).toEqual(['alerts', 'alarms']);
  const { date: _, ...undated } = former();
  expect(answerMap(start(undated)).get('tests')?.carried).toEqual({});
});

test('an assessment of its own is no follow-up, and an answer given again counts as asked', () => {
  expect(askedAgain(former())).toBeUndefined();
  expect(askedAgain(given(start(former()), answerOf('tests', 3)))).toEqual(['alerts', 'alarms', 'tests']);
});

test('a reached goal is not asked about again in the next follow-up, another promise on the same practice is', () => {
  const first = given(start(former()), answerOf('alerts', 2), answerOf('alarms', 4));
  expect(outcomesSince(first, teamPack)).toMatchObject([{ practice: 'alerts', status: 'done' }]);
  expect(questionsToAskAgain(first, teamPack)).toEqual([]);
  const deeper = { ...first, decisions: [promise('alerts', { due: '2027-09-01' })] };
  expect(questionsToAskAgain(deeper, teamPack)).toContain('alerts');
  expect(startFollowUp(deeper, '2027-10-01', teamPack).previous?.decisions).toEqual([
    { practice: 'alerts', decision: 'do', owner: 'Ann', due: '2027-09-01' },
  ]);
});

test('a follow-up keeps the group, an override that is not judged again, open hints, and a review that is still to come', () => {
  const group = { people: 3, version: '1.0.0', variables: [] };
  const sources = [{ name: 'Ann' }, { name: 'Ben' }, { name: 'Cem' }];
  const overrides = [
    { signal: 'deaf', reason: 'We look daily' },
    { signal: 'late', reason: 'We ship daily' },
  ];
  const reread = [{ item: 'records', why: 'reworded' as const, before: answerOf('records', 1) }];
  const open = former().answers.filter(({ item }) => item !== 'records');
  const next = start(former({ answers: open, group, sources, overrides, reread, review: '2027-05-01' }));
  expect(next).toMatchObject({ group, sources, overrides: [overrides[1]], reread, review: '2027-05-01' });
  expect(start(former({ review: today }))).not.toHaveProperty('review');
});

test('a carried answer survives the merge of two tabs, and an answer given again wins over it', () => {
  const next = start(former());
  const answered = given(next, { ...answerOf('tests', 4), at: '2027-04-01T09:00:00Z' });
  expect(answerMap(mergeDrafts(next, answered)).get('tests')).not.toHaveProperty('carried');
  expect(askedAgain(mergeDrafts(next, next))).toEqual(['alarms', 'alerts']);
});

test('what was carried over is no second answer: not for a comparison, not for a retest', () => {
  const before = former({ respondent: { name: 'Ann' } });
  const after = given(start(before), answerOf('alerts', 3), answerOf('alarms', 1));
  const comparison = compare({ answers: before }, { answers: after }, teamPack);
  expect(comparison.total).toMatchObject({ known: 1, sum: 2 });
  expect(comparison.symptomsKnown).toBe(1);
  expect(comparison.onlyBefore).toEqual([]);
  expect(comparison.carried).toHaveLength(before.answers.length - 2);
  expect(comparison.promises).toMatchObject([{ practice: 'alerts', status: 'done', from: 1, now: 3 }]);
  const soon = { ...after, date: '2026-12-01' };
  const again = pilotOf([before, soon]).systems[0]?.[0]?.again;
  expect(again?.answers.filter(({ state }) => state !== 'unanswered').map(({ item }) => item)).toEqual([
    'alerts',
    'alarms',
  ]);
});
