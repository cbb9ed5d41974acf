import { expect, test } from 'vitest';
import type { Answer, Answers, Decision } from '../../../src/core/answers/answers.ts';
import { checkPromises, promisedMoves, promiseStatuses } from '../../../src/core/assessment/promises.ts';
import { answerOf } from '../../support/compact.ts';
import { checkDay, due, earlier, later, outcome, promise, status } from '../../support/promised-team.ts';
import { movesOf, packWith, practice } from '../../support/small-pack.ts';
import { smallTeam, teamPack } from '../../support/small-team.ts';

test('a promise has the goal of the move that the team had at that time, with who and until when', () => {
  expect(promisedMoves(earlier(1), teamPack)).toEqual([
    { practice: 'runs', kind: 'start', from: 1, reaches: 2, goal: 'Goal: runs are started.', owner: 'Ann', due },
  ]);
  expect(promisedMoves(earlier(2, { owner: '' }), teamPack)).toEqual([
    { practice: 'runs', kind: 'deepen', from: 2, reaches: 4, goal: 'Goal: runs are complete.', owner: null, due },
  ]);
  expect(promisedMoves(earlier('dk', { due: undefined } as object), teamPack)).toEqual([
    { practice: 'runs', kind: 'find-out', from: null, reaches: null, goal: null, owner: 'Ann', due: null },
  ]);
});

test('the goal depends on the target and the context of that time', () => {
  const own = { targets: [{ item: 'runs', level: 4 }] };
  expect(promisedMoves(earlier(3), teamPack)).toEqual([]);
  expect(promisedMoves(earlier(3, {}, own), teamPack)[0]).toMatchObject({ from: 3, reaches: 4 });
  const reading = { when: { model: 'hosted' as const }, goals: { start: 'Goal: prompts are started.' } };
  const pack = packWith([practice('runs', { readings: [reading] })]);
  const goal = (context: Answers['context']) => promisedMoves(earlier(1, {}, { context }), pack)[0]?.goal;
  expect(goal({ model: 'hosted' })).toBe('Goal: prompts are started.');
  expect(goal({})).toBe('Goal: runs are started.');
});

test('only what the team decided to do is promised, and only where there was a move', () => {
  for (const decision of ['no', 'later', undefined] as const)
    expect(promisedMoves(earlier(1, { decision }), teamPack)).toEqual([]);
  for (const answer of ['na', undefined] as const) expect(promisedMoves(earlier(answer), teamPack)).toEqual([]);
  expect(promisedMoves(earlier(4), teamPack)).toEqual([]);
  expect(promisedMoves(earlier(1, { practice: 'alarms' }), teamPack)).toEqual([]);
});

test('promises come in the order of their due days, those without one last', () => {
  const sweeps = promise({ practice: 'sweeps', due: '2027-02-01' });
  const ideas = { practice: 'ideas', decision: 'do' as const };
  const tests = promise({ practice: 'tests', due: '2027-01-01' });
  const ordered = (...decisions: Decision[]) =>
    promisedMoves(smallTeam({ all: 1 }, { decisions }), teamPack).map(({ practice: id }) => id);
  expect(ordered(sweeps, ideas, tests)).toEqual(['tests', 'sweeps', 'ideas']);
  expect(ordered(ideas, tests, sweeps)).toEqual(['tests', 'sweeps', 'ideas']);
  expect(ordered(tests, sweeps, ideas)).toEqual(['tests', 'sweeps', 'ideas']);
});

test('promises that are due on one day, or on none, keep the order in which they were made', () => {
  const made = ['sweeps', 'ideas', 'tests'];
  for (const day of [due, undefined]) {
    const decisions = made.map((id) => promise({ practice: id, due: day } as Partial<Decision>));
    expect(promisedMoves(smallTeam({ all: 1 }, { decisions }), teamPack).map(({ practice: id }) => id)).toEqual(made);
  }
});

test('done: the goal is reached or passed, late or not', () => {
  expect(outcome(earlier(1), later(2))).toMatchObject({ status: 'done', now: 2, isOverdue: false });
  expect(status(earlier(0), later(4))).toBe('done');
  expect(status(earlier(0), later(2, { date: '2026-12-01' }))).toBe('done');
  expect(status(earlier('dk'), later(0))).toBe('done');
});

test('done is never said without a higher level', () => {
  for (const before of [0, 1, 2] as const)
    for (const now of [0, 1, 2, 3, 4].filter((each) => each <= before))
      expect(status(earlier(before), later(now)), `${before} to ${now}`).not.toMatch(/done|partly/);
});

test('partly: the level rose, but not to the goal', () => {
  expect(outcome(earlier(2), later(3))).toMatchObject({ status: 'partly', now: 3, isOverdue: true });
  expect(outcome(earlier(0), later(1, { date: due }))).toMatchObject({ status: 'partly', isOverdue: false });
});

test('slipped: the level did not rise or fell, and the due day has passed', () => {
  expect(outcome(earlier(1), later(1))).toMatchObject({ status: 'slipped', now: 1, isOverdue: true });
  expect(outcome(earlier(1), later(0))).toMatchObject({ status: 'slipped', now: 0, isOverdue: true });
  expect(status(earlier('dk'), later('dk'))).toBe('slipped');
});

test('promised: the due day is still to come or is today, or nothing says when it is', () => {
  expect(status(earlier(1), later(1, { date: due }))).toBe('promised');
  expect(status(earlier(1), later(0, { date: '2027-02-28' }))).toBe('promised');
  expect(status(earlier('dk'), later('dk', { date: due }))).toBe('promised');
  expect(outcome(earlier(1, { due: undefined } as object), later(1))).toMatchObject({
    status: 'promised',
    isOverdue: false,
  });
  expect(status(earlier(1), later(1, { date: undefined } as object))).toBe('promised');
});

test('dropped and put off: the team has decided otherwise since, short of the goal', () => {
  const decided = (decision: Decision['decision'], part: object = {}) => ({
    decisions: [{ practice: 'runs', decision, ...part }],
  });
  expect(status(earlier(1), later(1, decided('no')))).toBe('dropped');
  expect(status(earlier(1), later(1, decided('later')))).toBe('put-off');
  expect(status(earlier(0), later(1, decided('no')))).toBe('dropped');
  expect(status(earlier(1), later(undefined, decided('no')))).toBe('dropped');
  expect(status(earlier(1), later(2, decided('no')))).toBe('done');
  expect(status(earlier(1), later(1, decided('later', { until: '2027-03-31' })))).toBe('slipped');
  expect(status(earlier(1), later(1, decided('later', { until: checkDay })))).toBe('put-off');
  expect(status(earlier(1), later(1, { decisions: [] }))).toBe('slipped');
  const elsewhere: Decision[] = [{ practice: 'ideas', decision: 'no' }, promise()];
  expect(status(earlier(1), later(1, { decisions: elsewhere }))).toBe('slipped');
});

test('not asked: no answer, or one that was carried over, even if it is at the goal', () => {
  expect(outcome(earlier(1), later(undefined))).toMatchObject({ status: 'not-asked', now: null, isOverdue: true });
  const carried: Answer = { ...answerOf('runs', 2), carried: { date: '2026-11-20' } };
  expect(outcome(earlier(1), later(undefined, { answers: [carried] }))).toMatchObject({
    status: 'not-asked',
    now: null,
  });
  expect(status(earlier('dk'), later(undefined))).toBe('not-asked');
});

test('an answer without a level claims nothing', () => {
  expect(outcome(earlier(1), later('dk'))).toMatchObject({ status: 'unknown', now: null });
  expect(status(earlier(1), later('na'))).toBe('not-applicable');
  expect(status(earlier('dk'), later('na'))).toBe('not-applicable');
});

test('not comparable: the question has changed, or is not in the pack', () => {
  const changed = packWith([practice('runs', { rev: 2 })]);
  const now = later(undefined, { answers: [answerOf('runs', 4, 2)] });
  const expected = { status: 'not-comparable', kind: null, from: null, reaches: null, goal: null };
  expect(checkPromises(earlier(1), now, changed)[0]).toMatchObject({ ...expected, owner: 'Ann', due });
  expect(checkPromises(earlier(1), now, packWith([practice('other')]))[0]).toMatchObject(expected);
  const reworded = { item: 'runs', why: 'reworded' as const, before: answerOf('runs', 1) };
  expect(checkPromises(earlier(undefined, {}, { reread: [reworded] }), later(4), teamPack)[0]).toMatchObject(expected);
});

test('several people: the joint level decides, and the outcome names the spread', () => {
  const apart = (min: number, max: number): Answer => ({ ...answerOf('runs', 2), spread: { n: 4, min, max } });
  const of = (min: number, max: number) => outcome(earlier(1), later(undefined, { answers: [apart(min, max)] }));
  expect(of(1, 4)).toMatchObject({ status: 'done', now: 2, people: { min: 1, max: 4 } });
  expect(of(2, 2).people).toBeNull();
});

test('every status can be reached', () => {
  const changed = earlier(1, { practice: 'gone' });
  const found = [
    status(earlier(1), later(2)),
    status(earlier(2), later(3)),
    status(earlier(1), later(1)),
    status(earlier(1), later(1, { date: due })),
    status(earlier(1), later(1, { decisions: [{ practice: 'runs', decision: 'later' }] })),
    status(earlier(1), later(1, { decisions: [{ practice: 'runs', decision: 'no' }] })),
    status(earlier(1), later('na')),
    status(earlier(1), later('dk')),
    status(earlier(1), later(undefined)),
    status(changed, later(2)),
  ];
  expect(found).toEqual(promiseStatuses);
});

test('a move without a goal of its own has the statement of the level it leads to', () => {
  const moves = movesOf('runs');
  const low = { ...moves, start: { ...moves.start, reaches: 1 } };
  const pack = packWith([practice('runs', { moves: low })]);
  expect(promisedMoves(earlier(1), pack)[0]).toMatchObject({ kind: 'start', reaches: 3, goal: 'Runs mostly work.' });
});
