import { expect, test } from 'vitest';
import {
  effectOf,
  explainMove,
  explainSignal,
  explainVariable,
  tryLevels,
} from '../../../src/core/assessment/explain.ts';
import type { RankingInput } from '../../../src/core/assessment/moves.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { movesOf, packWith, practice, signalOf, symptom } from '../../support/small-pack.ts';

// Explanations worked out by hand, term by term.

const named = (ids: string, part: Parameters<typeof practice>[1] = {}) =>
  ids.split(' ').map((id) => practice(id, part));
const situation = (pack: Pack, brief: Brief, part: Partial<RankingInput> = {}): RankingInput => ({
  answers: answersFrom(brief),
  pack,
  depth: 'full',
  signals: [],
  lowest: [],
  settings: { context: {}, targets: [] },
  ...part,
});

test('the score of a V is explained by every practice that applies, known or not', () => {
  const pack = packWith([
    ...named('a b c d', { weight: 2 }),
    ...named('other', { variable: 'versioning' }),
    symptom('s'),
  ]);
  const answers = answersFrom({ a: 1, b: 'dk', c: 'na', other: 4, s: 4 });
  expect(explainVariable('velocity', answers, pack, 'full')).toEqual({
    terms: [
      { item: 'a', state: 'level', level: 1, weight: 2, value: 0.25 },
      { item: 'b', state: 'dk', level: null, weight: 2, value: null },
      { item: 'd', state: 'unanswered', level: null, weight: 2, value: null },
    ],
    applicableWeight: 6,
    knownWeight: 2,
    reached: 0.5,
    unknownBand: { low: 0.5 / 6, high: 4.5 / 6 },
    wobble: 0, // a third is known, too little for a score
    score: { point: null, low: 0.5 / 6, high: 4.5 / 6, coverage: 2 / 6, known: 1, applicable: 3 },
  });
});

test('where nothing of a V applies, there are no terms and no band to explain', () => {
  const { terms, unknownBand, wobble, score } = explainVariable(
    'velocity',
    answersFrom({ a: 'na' }),
    packWith([practice('a')]),
    'full',
  );
  expect({ terms, unknownBand, wobble }).toEqual({ terms: [], unknownBand: null, wobble: 0 });
  expect(score).toMatchObject({ point: null, low: null, high: null });
});

test('a quick check explains only the questions that it asks', () => {
  const pack = packWith([practice('a', { depth: 'quick' }), practice('b')]);
  const { terms } = explainVariable('velocity', answersFrom({ a: 1, b: 1 }), pack, 'quick');
  expect(terms.map(({ item }) => item)).toEqual(['a']);
});

test('the risk of a signal is explained by its symptoms as they are and its practices turned round', () => {
  const signals = [
    signalOf('pain', 'trouble', 'cause', {
      indicators: [
        { item: 'trouble', weight: 2, direction: 'direct' },
        { item: 'cause', weight: 1, direction: 'inverse' },
        { item: 'unknown', weight: 1, direction: 'inverse' },
      ],
    }),
  ];
  const pack = packWith([...named('cause unknown'), symptom('trouble')], { signals });
  expect(explainSignal('pain', answersFrom({ trouble: 3, cause: 1, unknown: 'dk' }), pack, {})).toEqual({
    terms: [
      { item: 'trouble', state: 'level', level: 3, weight: 2, value: 0.75 },
      { item: 'cause', state: 'level', level: 1, weight: 1, value: 0.75 },
      { item: 'unknown', state: 'dk', level: null, weight: 1, value: null },
    ],
    applicableWeight: 4,
    knownWeight: 3,
    reached: 2.25,
    unknownBand: { low: 2.25 / 4, high: 3.25 / 4 },
    wobble: 0,
    score: { point: 0.75, low: 2.25 / 4, high: 3.25 / 4, coverage: 0.75, known: 2, applicable: 3 },
  });
});

test('the priority of a move is explained by its factors in the order of multiplication, and by its target', () => {
  const pack = packWith([practice('a', { weight: 2, grade: 'A', moves: movesOf('a', 'L') })]);
  const settings = { context: {}, targets: [{ item: 'a', level: 4, reason: 'An audit' }] };
  const explained = explainMove('a', situation(pack, { a: 2 }, { settings }));
  expect(explained?.factors).toEqual([
    { name: 'weight', value: 2 },
    { name: 'gap', value: 0.25 }, // half of the way is still to go, squared
    { name: 'grade', value: 1.15 },
    { name: 'relief', value: 1 },
    { name: 'lift', value: 1 },
    { name: 'safety', value: 1 },
    { name: 'stakes', value: 1 },
    { name: 'effort', value: 1.6 },
  ]);
  expect(explained?.ownPriority).toBeCloseTo((2 * 0.25 * 1.15) / 1.6, 12);
  expect(explained?.priority).toBe(explained?.ownPriority);
  expect(explained?.target).toEqual({ level: 4, reason: 'An audit' });
});

test('a prerequisite is explained by its own priority and by that of the move that needs it', () => {
  const pack = packWith([practice('roof', { weight: 2, needs: ['wall'] }), practice('wall')]);
  const wall = explainMove('wall', situation(pack, { roof: 0, wall: 1 }));
  expect(wall?.ownPriority).toBeCloseTo(0.25 / 1.3, 12);
  expect(wall?.priority).toBeCloseTo((2 * 0.5625) / 1.3, 12);
});

test('a move too small for the plan has no priority to explain', () => {
  const pack = packWith([practice('a', { weight: 0.5 })]);
  expect(explainMove('a', situation(pack, { a: 2 }))).toBeUndefined(); // .5 x .0625 / 1.3 = .02
});

test('another level of a practice moves the score of its V', () => {
  const pack = packWith([...named('a b f'), ...named('c d e', { variable: 'versioning' }), symptom('s')]);
  const answers = answersFrom({ a: 1, b: 3, f: 'dk', c: 1, s: 2 });
  const effect = (id: string, to: number) => effectOf(id, to, answers, pack, 'full');
  expect(effect('a', 3)).toEqual({ item: 'a', variable: 'velocity', from: 1, to: 3, before: 0.5, after: 0.75 });
  expect(effect('a', 0)).toMatchObject({ before: 0.5, after: 3 / 8 });
  expect(effect('c', 3)).toBeNull(); // a third of versioning is known, too little for a score
  expect(effect('d', 3)).toBeNull();
  expect(effect('f', 3)).toBeNull(); // there is no level to start from
  expect(effect('s', 3)).toBeNull();
  expect(effect('no-such-practice', 3)).toBeNull();
});

test('a level that is tried out answers the question in the wording of today', () => {
  const pack = packWith([practice('a', { rev: 3 })]);
  expect([...tryLevels(new Map(), new Map([['a', 2]]), pack).values()]).toEqual([
    { item: 'a', rev: 3, state: 'level', level: 2 },
  ]);
});
