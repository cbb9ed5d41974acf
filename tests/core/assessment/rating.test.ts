import { expect, test } from 'vitest';
import {
  bestWord,
  lowestVariables,
  ratingOf,
  scoreVariables,
  unsafePractices,
  type VariableScore,
  wordAt,
} from '../../../src/core/assessment/rating.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { constants, packWith, practice } from '../../support/small-pack.ts';

const score = (part: object) => ({ point: 0.5, low: 0.5, high: 0.5, coverage: 1, known: 10, applicable: 10, ...part });

test('wordAt(value, cuts) changes exactly at the cuts', () => {
  const { cuts } = constants.word;
  expect([0, 0.449, 0.45, 0.649, 0.65, 1].map((value) => wordAt(value, cuts))).toEqual([
    'gap',
    'gap',
    'mixed',
    'mixed',
    'strong',
    'strong',
  ]);
});

test('ratingOf(score) leans if the band crosses a cut', () => {
  expect(ratingOf(score({ low: 0.45, high: 0.6 }), 10, 'full', constants)).toEqual({ word: 'mixed', leaning: false });
  expect(ratingOf(score({ low: 0.44, high: 0.6 }), 10, 'full', constants)).toEqual({ word: 'mixed', leaning: true });
  expect(ratingOf(score({ low: 0.5, high: 0.65 }), 10, 'full', constants)).toEqual({ word: 'mixed', leaning: true });
});

test('ratingOf(score) needs 70 % coverage', () => {
  expect(ratingOf(score({ coverage: 0.7 }), 10, 'full', constants).word).toBe('mixed');
  expect(ratingOf(score({ coverage: 0.69 }), 10, 'full', constants).word).toBe('not-enough-known');
});

test('ratingOf(score) needs half of the practices to apply', () => {
  expect(ratingOf(score({ applicable: 5, known: 5 }), 10, 'full', constants).word).toBe('mixed');
  expect(ratingOf(score({ applicable: 5, known: 5 }), 11, 'full', constants).word).toBe('not-enough-known');
});

test('ratingOf(score) needs five known practices, three in a quick check', () => {
  expect(ratingOf(score({ applicable: 5, known: 4 }), 5, 'full', constants).word).toBe('not-enough-known');
  expect(ratingOf(score({ applicable: 4, known: 3 }), 4, 'quick', constants).word).toBe('mixed');
  expect(ratingOf(score({ applicable: 4, known: 2 }), 4, 'quick', constants).word).toBe('not-enough-known');
});

test('ratingOf(score) is "does not apply" if nothing applies', () => {
  const nothing = { point: null, low: null, high: null, coverage: null, known: 0, applicable: 0 };
  expect(ratingOf(nothing, 10, 'full', constants)).toEqual({ word: 'does-not-apply', leaning: false });
});

test('bestWord(constants) is the word of the last cut', () => {
  expect(bestWord(constants)).toBe('strong');
});

const guarded = packWith([
  practice('safe', { safety: true }),
  ...['a', 'b', 'c', 'd', 'e'].map((id) => practice(id)),
  practice('else', { variable: 'validation' }),
]);
const strong: Brief = { a: 4, b: 4, c: 4, d: 4, e: 4 };

test('scoreVariables(answers) names the safety practice for which "strong" does not hold', () => {
  const velocity = (safe: number) => scoreVariables(answersFrom({ ...strong, safe }), guarded, 'full')[0];
  expect(velocity(1)).toMatchObject({ word: 'strong', except: ['safe'] });
  expect(velocity(2)).toMatchObject({ word: 'strong', except: [] });
});

test('scoreVariables(answers) makes no exception for an unknown level, or for a word that is not strong', () => {
  expect(scoreVariables(answersFrom({ ...strong, safe: 'dk' }), guarded, 'full')[0]).toMatchObject({
    word: 'strong',
    except: [],
  });
  expect(scoreVariables(answersFrom({ a: 1, b: 1, c: 1, d: 1, e: 1, safe: 0 }), guarded, 'full')[0]).toMatchObject({
    word: 'gap',
    except: [],
  });
});

test('scoreVariables(answers) counts the practices of the depth and of the full assessment', () => {
  const pack = packWith([practice('a', { depth: 'quick' }), practice('b')]);
  expect(scoreVariables(answersFrom({}), pack, 'quick')[0]).toMatchObject({ id: 'velocity', asked: 1, total: 2 });
});

test('unsafePractices(items, answers) lists safety practices at the two low anchors', () => {
  const items = [practice('s', { safety: true }), practice('t', { safety: true }), practice('u')];
  expect(unsafePractices(items, answersFrom({ s: 1, t: 2, u: 0 }), constants)).toEqual(['s']);
});

const variable = (id: VariableScore['id'], point: number | null, part: object = {}): VariableScore => ({
  id,
  point,
  low: point,
  high: point,
  coverage: 1,
  known: 9,
  applicable: 9,
  word: 'mixed',
  leaning: false,
  except: [],
  asked: 9,
  total: 9,
  ...part,
});

test('lowestVariables(variables) is firm if the bands do not touch', () => {
  const variables = [
    variable('velocity', 0.7, { low: 0.6, high: 0.8 }),
    variable('validation', 0.4, { low: 0.3, high: 0.59 }),
  ];
  expect(lowestVariables(variables, constants)).toEqual({ ids: ['validation'], firm: true });
});

test('lowestVariables(variables) only leans if the bands touch', () => {
  const variables = [
    variable('velocity', 0.7, { low: 0.6, high: 0.8 }),
    variable('validation', 0.4, { low: 0.3, high: 0.6 }),
  ];
  expect(lowestVariables(variables, constants)).toEqual({ ids: ['validation'], firm: false });
});

test('lowestVariables(variables) names two that are within 5 points', () => {
  const variables = [variable('velocity', 0.7), variable('validation', 0.4), variable('versioning', 0.45)];
  expect(lowestVariables(variables, constants).ids).toEqual(['validation', 'versioning']);
  expect(
    lowestVariables([variable('velocity', 0.7), variable('validation', 0.4), variable('versioning', 0.46)], constants)
      .ids,
  ).toEqual(['validation']);
});

test('lowestVariables(variables) names none if the largest is less than 15 points above', () => {
  expect(lowestVariables([variable('velocity', 0.55), variable('validation', 0.4)], constants).ids).toEqual([
    'validation',
  ]);
  expect(lowestVariables([variable('velocity', 0.54), variable('validation', 0.4)], constants).ids).toEqual([]);
});

test('lowestVariables(variables) never names a strong one', () => {
  const variables = [variable('velocity', 1, { word: 'strong' }), variable('validation', 0.7, { word: 'strong' })];
  expect(lowestVariables(variables, constants)).toEqual({ ids: [], firm: false });
});

test('lowestVariables(variables) leaves out Vs without a point, and compares none with itself', () => {
  expect(lowestVariables([variable('velocity', null), variable('validation', 0.2)], constants)).toEqual({
    ids: [],
    firm: false,
  });
  expect(lowestVariables([variable('velocity', null)], constants)).toEqual({ ids: [], firm: false });
});
