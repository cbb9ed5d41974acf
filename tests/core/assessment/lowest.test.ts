import { expect, test } from 'vitest';
import { areAllLow, lowestVariables } from '../../../src/core/assessment/rating.ts';
import { constants } from '../../support/small-pack.ts';
import { variable } from '../../support/variable-score.ts';

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

test('lowestVariables(variables) names two that are within 10 points', () => {
  const three = (versioning: number) =>
    lowestVariables(
      [variable('velocity', 0.7), variable('validation', 0.4), variable('versioning', versioning)],
      constants,
    ).ids;
  expect(three(0.45)).toEqual(['validation', 'versioning']);
  expect(three(0.5)).toEqual(['validation', 'versioning']);
  expect(three(0.51)).toEqual(['validation']);
  expect(three(0.3)).toEqual(['validation', 'versioning']);
});

test('lowestVariables(variables) is firm only if the bands of all it names lie below the highest', () => {
  const variables = [
    variable('velocity', 0.7, { low: 0.6, high: 0.8 }),
    variable('validation', 0.4, { low: 0.3, high: 0.5 }),
    variable('versioning', 0.45, { low: 0.3, high: 0.6 }),
  ];
  expect(lowestVariables(variables, constants)).toEqual({ ids: ['validation', 'versioning'], firm: false });
});

test('lowestVariables(variables) names none if the largest is less than 15 points above', () => {
  const at = (velocity: number) =>
    lowestVariables([variable('velocity', velocity), variable('validation', 0.4)], constants).ids;
  expect(at(0.55)).toEqual(['validation']);
  expect(at(0.54)).toEqual([]);
});

test('lowestVariables(variables) never names a strong one', () => {
  const variables = [variable('velocity', 1, { word: 'strong' }), variable('validation', 0.7, { word: 'strong' })];
  expect(lowestVariables(variables, constants)).toEqual({ ids: [], firm: false });
});

test('lowestVariables(variables) leaves out Vs without a word, even if they have a score', () => {
  const unknown = { word: 'not-enough-known' };
  const three = (part: object) =>
    lowestVariables(
      [variable('velocity', 0.7), variable('validation', 0.5), variable('versioning', 0.1, part)],
      constants,
    ).ids;
  expect(three({ word: 'gap' })).toEqual(['versioning']);
  expect(three(unknown)).toEqual(['validation']);
  const highest = [variable('velocity', 0.9, unknown), variable('validation', 0.5), variable('versioning', 0.4)];
  expect(lowestVariables(highest, constants).ids).toEqual([]);
});

test('lowestVariables(variables) leaves out Vs without a point, and compares none with itself', () => {
  const nothing = { word: 'does-not-apply' };
  const none = { ids: [], firm: false };
  expect(lowestVariables([variable('velocity', null, nothing), variable('validation', 0.2)], constants)).toEqual(none);
  expect(lowestVariables([variable('velocity', null, nothing)], constants)).toEqual(none);
});

test('lowestVariables(variables) names none if all three are gaps, however far apart', () => {
  const gaps = [0, 0.2, 0.44].map((point, at) => {
    const id = (['velocity', 'validation', 'versioning'] as const)[at] ?? 'velocity';
    return variable(id, point, { word: 'gap' });
  });
  expect(areAllLow(gaps, constants)).toBe(true);
  expect(lowestVariables(gaps, constants)).toEqual({ ids: [], firm: false });
  const oneMixed = gaps.with(2, variable('versioning', 0.45));
  expect(areAllLow(oneMixed, constants)).toBe(false);
  expect(lowestVariables(oneMixed, constants).ids).toEqual(['velocity']);
});
