import { expect, test } from 'vitest';
import {
  atLeast,
  practicesOf,
  scoreCells,
  scoreItems,
  scoreTerms,
  scoreVariable,
} from '../../../src/core/assessment/score.ts';
import { answersFrom } from '../../support/compact.ts';
import { constants, packWith, practice, symptom } from '../../support/small-pack.ts';

const four = ['a', 'b', 'c', 'd'].map((id) => practice(id));

test('scoreTerms(terms) counts unknown terms as 0 for low and as 1 for high', () => {
  const terms = [1, 0.5, null, null].map((value) => ({ weight: 1, value }));
  expect(scoreTerms(terms, 0.5)).toEqual({
    point: 0.75,
    low: 0.375,
    high: 0.875,
    coverage: 0.5,
    known: 2,
    applicable: 4,
  });
});

test('scoreTerms(terms) gives no point below the coverage it needs, but still a band', () => {
  const terms = [1, null, null].map((value) => ({ weight: 1, value }));
  expect(scoreTerms(terms, 0.5)).toMatchObject({ point: null, low: 1 / 3, high: 1, coverage: 1 / 3 });
});

test('scoreTerms(terms) applies the weights', () => {
  const terms = [
    { weight: 3, value: 1 },
    { weight: 1, value: 0 },
  ];
  expect(scoreTerms(terms, 0.5)).toMatchObject({ point: 0.75, low: 0.75, high: 0.75, coverage: 1 });
});

test('scoreTerms(terms) has no numbers if nothing applies or nothing has weight', () => {
  const none = { point: null, low: null, high: null, coverage: null };
  expect(scoreTerms([], 0.5)).toEqual({ ...none, known: 0, applicable: 0 });
  expect(scoreTerms([{ weight: 0, value: 1 }], 0.5)).toEqual({ ...none, known: 1, applicable: 1 });
});

test('scoreTerms(terms) gives no point if nothing is known, even without a minimum coverage', () => {
  expect(scoreTerms([{ weight: 1, value: null }], 0).point).toBeNull();
});

test('scoreItems(items, answers) leaves out what does not apply', () => {
  expect(scoreItems(four, answersFrom({ a: 4, b: 2, c: 'na', d: 'dk' }), constants)).toMatchObject({
    point: 0.75,
    known: 2,
    applicable: 3,
  });
});

test('scoreItems(items, answers) treats "I don\'t know" and no answer alike', () => {
  const known = { a: 3, b: 1 } as const;
  expect(scoreItems(four, answersFrom({ ...known, c: 'dk', d: 'dk' }), constants)).toEqual(
    scoreItems(four, answersFrom(known), constants),
  );
});

const mixed = packWith([
  practice('quick-one', { depth: 'quick' }),
  practice('quick-two', { depth: 'quick' }),
  practice('full-one'),
  practice('other', { variable: 'versioning', stage: 'monitoring-response' }),
  symptom('trouble'),
]);

test('practicesOf(pack, depth) leaves out symptoms, and in a quick check what only the full assessment asks', () => {
  expect(practicesOf(mixed, 'quick').map(({ id }) => id)).toEqual(['quick-one', 'quick-two']);
  expect(practicesOf(mixed, 'full').map(({ id }) => id)).toEqual(['quick-one', 'quick-two', 'full-one', 'other']);
});

test('scoreVariable(v, answers, pack, quick) widens the band and leaves the point alone', () => {
  const answers = answersFrom({ 'quick-one': 2, 'quick-two': 2, 'full-one': 4 });
  const score = scoreVariable('velocity', answers, mixed, 'quick');
  expect(score).toMatchObject({ point: 0.5, known: 2, applicable: 2 });
  expect(score.low).toBeCloseTo(0.31);
  expect(score.high).toBeCloseTo(0.69);
  expect(scoreVariable('velocity', answers, mixed, 'full')).toMatchObject({ point: 2 / 3, low: 2 / 3, high: 2 / 3 });
});

test('scoreVariable(v, answers, pack, quick) keeps its band between 0 and 1', () => {
  const at = (level: number) =>
    scoreVariable('velocity', answersFrom({ 'quick-one': level, 'quick-two': level }), mixed, 'quick');
  expect(at(0).low).toBe(0);
  expect(at(4).high).toBe(1);
});

test('scoreVariable(v, answers, pack, quick) has no band if nothing applies', () => {
  expect(scoreVariable('versioning', answersFrom({}), mixed, 'quick')).toMatchObject({
    point: null,
    low: null,
    high: null,
  });
});

test('scoreCells(answers, pack) gives a number from two known items up, and shows where nothing was asked', () => {
  const cells = scoreCells(answersFrom({ 'quick-one': 4, 'quick-two': 4, 'full-one': 1, other: 4 }), mixed, 'full');
  const cell = (stage: string, variable: string) =>
    cells.find((each) => each.stage === stage && each.variable === variable);
  expect(cells).toHaveLength(12);
  expect(cell('experimentation', 'velocity')).toMatchObject({ asked: 3, point: 0.75, known: 3 });
  expect(cell('monitoring-response', 'versioning')).toMatchObject({ asked: 1, point: null, known: 1, low: 1 });
  expect(cell('evaluation-deployment', 'velocity')).toMatchObject({ asked: 0, point: null, coverage: null });
});

test('atLeast(a, b) tolerates rounding and nothing more', () => {
  expect(atLeast(0.1 + 0.2, 0.3)).toBe(true);
  expect(atLeast(0.3, 0.1 + 0.2)).toBe(true);
  expect(atLeast(0.2999, 0.3)).toBe(false);
});
