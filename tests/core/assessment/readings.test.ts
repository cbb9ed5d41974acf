import { expect, test } from 'vitest';
import { matchesContext } from '../../../src/core/answers/answers.ts';
import {
  checkIn,
  goalOf,
  inContext,
  lookOf,
  readingsFor,
  sayOf,
  titleOfMove,
} from '../../../src/core/assessment/readings.ts';
import { practice, signalOf } from '../../support/small-pack.ts';

const says = ['zero', 'one', 'two', 'three', 'four'].map((level) => `prompts at ${level}`);
const plain = practice('features');
const item = practice('features', {
  readings: [
    { when: { model: 'hosted', serving: 'batch' }, question: 'In batches?' },
    {
      when: { model: 'hosted' },
      says,
      titles: { deepen: 'Deepen prompts' },
      goals: { start: 'Goal: prompts are kept.' },
      look: ['The log of prompts.'],
    },
    { when: { model: 'adapt' }, titles: { start: 'Start adapting' }, goals: { deepen: 'Goal: adapted well.' } },
  ],
});

test('matchesContext(when, context) needs every value that the condition names', () => {
  const when = { model: 'hosted', teamSize: 'alone' };
  expect(matchesContext(when, { model: 'hosted', teamSize: 'alone', serving: 'batch' })).toBe(true);
  expect(matchesContext(when, { model: 'hosted' })).toBe(false);
  expect(matchesContext(when, { model: 'hosted', teamSize: 'small' })).toBe(false);
  expect(matchesContext({}, {})).toBe(true);
});

test('readingsFor(item, context) gives those that fit, in the order of the question', () => {
  expect(readingsFor(item, { model: 'hosted' }).map(({ says: own }) => own)).toEqual([says]);
  expect(readingsFor(item, { model: 'hosted', serving: 'batch' })).toHaveLength(2);
  expect(readingsFor(item, { model: 'train' })).toEqual([]);
  expect(readingsFor(plain, { model: 'hosted' })).toEqual([]);
});

test('sayOf(item, level) says what the level means, in the words of the reading that fits', () => {
  expect(sayOf(item, 0, {})).toBe('features are missing');
  expect(sayOf(item, 4, { model: 'train' })).toBe('features work');
  expect(sayOf(item, 0, { model: 'hosted' })).toBe('prompts at zero');
  expect(sayOf(item, 3, { model: 'hosted' })).toBe('prompts at three');
});

test('sayOf(item, level) passes over a reading that has no statements', () => {
  expect(sayOf(item, 1, { model: 'hosted', serving: 'batch' })).toBe('prompts at one');
  expect(sayOf(item, 1, { model: 'adapt' })).toBe('features are rare');
});

test('goalOf(item, kind, level) is the goal of the move, in the words of the reading that fits', () => {
  expect(goalOf(item, 'start', 2, {})).toBe('Goal: features are started.');
  expect(goalOf(item, 'deepen', 4, {})).toBe('Goal: features are complete.');
  expect(goalOf(item, 'start', 2, { model: 'hosted' })).toBe('Goal: prompts are kept.');
  expect(goalOf(item, 'deepen', 4, { model: 'hosted' })).toBe('Goal: features are complete.');
  expect(goalOf(item, 'deepen', 4, { model: 'adapt' })).toBe('Goal: adapted well.');
});

test('goalOf(item, kind, level) above the last goal is what that level says, as a sentence', () => {
  expect(goalOf(item, 'start', 3, {})).toBe('Features mostly work.');
  expect(goalOf(item, 'start', 3, { model: 'hosted' })).toBe('Prompts at three.');
});

test('inContext(readings, field) is the text of the first reading that fits and has it', () => {
  const readings = [
    { when: { model: 'hosted', serving: 'batch' }, say: 'In batches.' },
    { when: { model: 'hosted' }, say: 'Prompts.', check: 'Read prompts.' },
  ];
  expect(inContext(readings, 'say', { model: 'hosted', serving: 'batch' })).toBe('In batches.');
  expect(inContext(readings, 'check', { model: 'hosted', serving: 'batch' })).toBe('Read prompts.');
  expect(inContext(readings, 'say', { model: 'hosted' })).toBe('Prompts.');
  expect(inContext(readings, 'say', { model: 'train' })).toBeUndefined();
  expect(inContext(undefined, 'say' as never, { model: 'hosted' })).toBeUndefined();
});

test('titleOfMove(item, kind) is the title of the move, in the words of the reading that fits', () => {
  expect(titleOfMove(item, 'start', {})).toBe('Start features');
  expect(titleOfMove(item, 'deepen', { model: 'train' })).toBe('Deepen features');
  expect(titleOfMove(item, 'start', { model: 'hosted' })).toBe('Start features');
  expect(titleOfMove(item, 'deepen', { model: 'hosted' })).toBe('Deepen prompts');
  expect(titleOfMove(item, 'deepen', { model: 'hosted', serving: 'batch' })).toBe('Deepen prompts');
  expect(titleOfMove(item, 'start', { model: 'adapt' })).toBe('Start adapting');
  expect(titleOfMove({ moves: null, readings: [] }, 'start', {})).toBeUndefined();
});

test('lookOf(item) says where to look, in the words of the reading that fits', () => {
  expect(lookOf(item, {})).toEqual(['The log of features.']);
  expect(lookOf(item, { model: 'adapt' })).toEqual(['The log of features.']);
  expect(lookOf(item, { model: 'hosted' })).toEqual(['The log of prompts.']);
});

test('checkIn(signal) is its check, in the words of the reading that fits', () => {
  const check = 'Read ten prompts.';
  const signal = signalOf('drift', 'stops', 'tests', {
    readings: [
      { when: { model: 'hosted' }, say: 'prompts age' },
      { when: { model: 'hosted' }, check },
    ],
  });
  expect(checkIn(signal, {})).toBe('Check drift for thirty minutes.');
  expect(checkIn(signal, { model: 'train' })).toBe('Check drift for thirty minutes.');
  expect(checkIn(signal, { model: 'hosted' })).toBe(check);
  expect(checkIn(signalOf('drift', 'stops', 'tests'), { model: 'hosted' })).toBe('Check drift for thirty minutes.');
});
