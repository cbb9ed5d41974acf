import { expect, test } from 'vitest';
import {
  answersNeeded,
  bestWord,
  ratedVariables,
  ratingOf,
  scoreVariables,
  unsafePractices,
  wordAt,
  worstWord,
} from '../../../src/core/assessment/rating.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { constants, packWith, practice } from '../../support/small-pack.ts';
import { variable } from '../../support/variable-score.ts';

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

test('bestWord(constants) and worstWord(constants) are the words of the last and of the first cut', () => {
  expect([bestWord(constants), worstWord(constants)]).toEqual(['strong', 'gap']);
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

test('ratedVariables(variables) are those with a word of the pack', () => {
  const variables = [
    variable('velocity', 0.5, { word: 'not-enough-known' }),
    variable('validation', 0.5),
    variable('versioning', null, { word: 'does-not-apply' }),
  ];
  expect(ratedVariables(variables, constants).map(({ id }) => id)).toEqual(['validation']);
});

test('answersNeeded(variable) counts up to 70 % and to five known answers, three in a quick check', () => {
  const needed = (known: number, applicable: number, asked = applicable, depth: 'quick' | 'full' = 'full') =>
    answersNeeded(variable('velocity', null, { known, applicable, asked }), depth, constants);
  expect(needed(2, 10)).toBe(5);
  expect(needed(1, 5)).toBe(4);
  expect(needed(1, 4, 4, 'quick')).toBe(2);
  expect(needed(0, 18)).toBe(13); // 70 % of 18 is 12.6
});

test('answersNeeded(variable) is null if no number of answers would do', () => {
  const needed = (applicable: number, asked: number) =>
    answersNeeded(variable('velocity', null, { known: 0, applicable, asked }), 'full', constants);
  expect(needed(4, 4)).toBeNull(); // a word needs five
  expect(needed(5, 11)).toBeNull(); // fewer than half apply
  expect(needed(5, 10)).toBe(5);
});

test('scoreVariables(answers) widens a band to what single people score, and leans by it', () => {
  const brief: Brief = { a: 2, b: 2, c: 2, d: 2, e: 2, safe: 2 };
  const velocity = (personal?: { low: number; high: number }) =>
    scoreVariables(answersFrom(brief), guarded, 'full', (id) => (id === 'velocity' ? personal : undefined))[0];
  const wobble = 0.25 / Math.sqrt(6); // .102
  expect(velocity()?.low).toBeCloseTo(0.5 - wobble, 12);
  expect(velocity({ low: 0.2, high: 0.55 })).toMatchObject({ point: 0.5, low: 0.2, word: 'mixed', leaning: true });
  expect(velocity({ low: 0.2, high: 0.55 })?.high).toBeCloseTo(0.5 + wobble, 12);
  expect(velocity({ low: 0.45, high: 0.9 })).toMatchObject({ high: 0.9 });
});
