import { expect, test } from 'vitest';
import type { Answers } from '../../core/answers/answers.ts';
import { withAnswer, withDecision, withOverride, withTarget } from './answer-edits.ts';

const answers = {
  answers: [
    { item: 'a', rev: 1, state: 'dk' },
    { item: 'b', rev: 1, state: 'dk' },
  ],
  decisions: [{ practice: 'a', owner: 'Kim' }],
  overrides: [{ signal: 's', reason: 'old' }],
  targets: [{ item: 'a', level: 2, reason: 'enough' }],
} as unknown as Answers;

test('withAnswer replaces the answer to the same question only', () => {
  const answer = { item: 'a', rev: 1, state: 'level', level: 3 } as const;
  expect(withAnswer(answers, answer).answers).toEqual([{ item: 'b', rev: 1, state: 'dk' }, answer]);
});

test('withDecision adds to what was decided', () => {
  expect(withDecision(answers, 'a', { next: 'start' }).decisions).toEqual([
    { practice: 'a', owner: 'Kim', next: 'start' },
  ]);
  expect(withDecision(answers, 'b', { owner: 'Lee' }).decisions).toHaveLength(2);
});

test('withOverride replaces a reason; a blank one removes the override', () => {
  expect(withOverride(answers, 's', 'new').overrides).toEqual([{ signal: 's', reason: 'new' }]);
  expect(withOverride(answers, 's', '  ').overrides).toEqual([]);
});

test('withTarget replaces a target and drops a blank reason; null removes the target', () => {
  expect(withTarget(answers, 'a', 4, ' ').targets).toEqual([{ item: 'a', level: 4 }]);
  expect(withTarget(answers, 'a', null, 'any').targets).toEqual([]);
});
