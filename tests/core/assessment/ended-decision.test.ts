import { expect, test } from 'vitest';
import type { Decision } from '../../../src/core/answers/answers.ts';
import { isEnded } from '../../../src/core/assessment/ended-decision.ts';
import { followsKeptPromise } from '../../../src/core/assessment/kept-promise.ts';
import { type PromiseOutcome, promiseStatuses } from '../../../src/core/assessment/promises.ts';

const decision: Decision = { practice: 'slices', decision: 'do', owner: 'Kim', due: '2026-08-01' };
const outcome = {
  practice: 'slices',
  owner: 'Kim',
  due: '2026-08-01',
  status: 'done',
} as PromiseOutcome;
const hasEnded = (part: Partial<Decision>, outcomePart: Partial<PromiseOutcome> = {}) =>
  isEnded({ ...decision, ...part } as Decision, [{ ...outcome, ...outcomePart }]);

test('a decision has ended once the promise with its practice, owner and day is kept', () => {
  expect(hasEnded({})).toBe(true);
  expect(hasEnded({ owner: '  ' }, { owner: null })).toBe(true);
  expect(hasEnded({ owner: undefined, due: undefined }, { owner: null, due: null })).toBe(true);
  expect(isEnded(decision, [])).toBe(false);
});

test('a decision that differs from the promise in anything has not ended', () => {
  for (const part of [{ practice: 'leakage' }, { owner: 'Ada' }, { owner: undefined }, { due: '2026-09-01' }])
    expect([part, hasEnded(part as Partial<Decision>)]).toEqual([part, false]);
  expect(hasEnded({ due: undefined })).toBe(false);
});

test('neither "later" nor "no" ends, nor what was decided anew, nor a promise that is not kept', () => {
  for (const part of [{ decision: 'later' }, { decision: 'no' }, { renewed: true }] as Partial<Decision>[])
    expect([part, hasEnded(part)]).toEqual([part, false]);
  for (const status of promiseStatuses.filter((each) => each !== 'done'))
    expect([status, hasEnded({}, { status })]).toEqual([status, false]);
});

test('a move without a decision follows a kept promise on its practice, and no other', () => {
  const follows = (move: Parameters<typeof followsKeptPromise>[0], part: Partial<PromiseOutcome> = {}) =>
    followsKeptPromise(move, [{ ...outcome, ...part }]);
  expect(follows({ practice: 'slices', decision: null })).toBe(true);
  expect(follows({ practice: 'slices', decision })).toBe(false);
  expect(follows({ practice: 'leakage', decision: null })).toBe(false);
  expect(follows({ practice: 'slices', decision: null }, { status: 'partly' })).toBe(false);
});
