import { expect, test } from 'vitest';
import {
  atLeast,
  practicesOf,
  scoreCells,
  scoreItems,
  scoreTerms,
  scoreVariable,
  wobbleOf,
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

/** A pack of `count` practices of one V, with the answers to them: levels in their order. */
function scored(...levels: (number | 'dk')[]) {
  const ids = levels.map((_, at) => `p${at}`);
  const pack = packWith(ids.map((id) => practice(id, { depth: 'quick' })));
  const answers = answersFrom(Object.fromEntries(ids.map((id, at) => [id, levels[at] ?? 'dk'])));
  return (depth: 'quick' | 'full') => scoreVariable('velocity', answers, pack, depth);
}

test('wobbleOf(score) is a quarter over the root of the known answers, and at least .19 in a quick check', () => {
  const score = { point: 0.5, low: 0.5, high: 0.5, coverage: 1, known: 4, applicable: 4 };
  expect(wobbleOf(score, 'full', constants)).toBe(0.125);
  expect(wobbleOf({ ...score, known: 25 }, 'full', constants)).toBe(0.05);
  expect(wobbleOf(score, 'quick', constants)).toBe(0.19);
  expect(wobbleOf({ ...score, known: 1 }, 'quick', constants)).toBe(0.25);
  expect(wobbleOf({ ...score, point: null }, 'full', constants)).toBe(0);
  expect(wobbleOf({ ...score, point: null }, 'quick', constants)).toBe(0);
});

test('scoreVariable(v) has a band even if everything is known, as wide as honest answers wobble', () => {
  expect(scored(2, 2, 2, 2)('full')).toMatchObject({ point: 0.5, low: 0.375, high: 0.625 });
});

test('scoreVariable(v) does not add the wobble to what is not known: each bound is the further of the two', () => {
  // Known .5 of 1, so unknown answers alone give .25 to .75; four known wobble by .125: .375 to .625.
  expect(scored(2, 2, 2, 2, 'dk', 'dk', 'dk', 'dk')('full')).toMatchObject({ point: 0.5, low: 0.25, high: 0.75 });
  // Four at level 3 and one unknown: .75 x 4/5 = .6 to .8. The wobble reaches .625 to .875.
  const mixedBounds = scored(3, 3, 3, 3, 'dk')('full');
  expect(mixedBounds.low).toBeCloseTo(0.6, 12);
  expect(mixedBounds.high).toBe(0.875);
});

test('scoreVariable(v) keeps its band between 0 and 1', () => {
  expect(scored(0, 0, 0, 0)('full')).toMatchObject({ low: 0, high: 0.125 });
  expect(scored(4, 4, 4, 4)('full')).toMatchObject({ low: 0.875, high: 1 });
  expect(scored(0, 0)('quick').low).toBe(0);
  expect(scored(4, 4)('quick').high).toBe(1);
});

test('scoreVariable(v) does not wobble without a point', () => {
  expect(scored(4, 'dk', 'dk', 'dk')('full')).toMatchObject({ point: null, low: 0.25, high: 1 });
  expect(scored(4, 'dk', 'dk', 'dk')('quick')).toMatchObject({ point: null, low: 0.25, high: 1 });
});

test('scoreVariable(v) does not wobble less for answers that have no weight', () => {
  const pack = packWith([...four, practice('weightless', { weight: 0 })]);
  const brief = { a: 2, b: 2, c: 2, d: 2 };
  for (const answers of [answersFrom(brief), answersFrom({ ...brief, weightless: 2 })]) {
    const { low, high } = scoreVariable('velocity', answers, pack, 'full');
    expect([low, high]).toEqual([0.375, 0.625]);
  }
});

test('scoreVariable(v, answers, pack, quick) asks only the quick practices and has a band of at least .19', () => {
  const answers = answersFrom({ 'quick-one': 2, 'quick-two': 2, 'full-one': 4 });
  const score = scoreVariable('velocity', answers, mixed, 'quick');
  expect(score).toMatchObject({ point: 0.5, known: 2, applicable: 2 });
  expect(score.low).toBeCloseTo(0.31); // two known wobble by .177
  expect(score.high).toBeCloseTo(0.69);
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
  expect(cell('experimentation', 'velocity')?.low).toBeCloseTo(0.75 - 0.25 / Math.sqrt(3), 12);
  expect(cell('monitoring-response', 'versioning')).toMatchObject({ asked: 1, point: null, known: 1, low: 1, high: 1 });
  expect(cell('evaluation-deployment', 'velocity')).toMatchObject({ asked: 0, point: null, coverage: null });
});

test('atLeast(a, b) tolerates rounding and nothing more', () => {
  expect(atLeast(0.1 + 0.2, 0.3)).toBe(true);
  expect(atLeast(0.3, 0.1 + 0.2)).toBe(true);
  expect(atLeast(0.2999, 0.3)).toBe(false);
});
