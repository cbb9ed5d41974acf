import { expect, test } from 'vitest';
import { bareAnswer } from '../../../src/core/answers/answers.ts';

test('bareAnswer(answer) keeps question, state and level, and nothing else', () => {
  const notes = { note: 'n', evidence: { kind: 'shown' as const }, confidence: 'sure' as const, at: '2026-11-23' };
  const id = { item: 'a', rev: 2 };
  expect(bareAnswer({ ...id, ...notes, state: 'level', level: 0 })).toEqual({ ...id, state: 'level', level: 0 });
  expect(bareAnswer({ ...id, ...notes, state: 'na', reason: 'r' })).toEqual({ ...id, state: 'na' });
  expect(bareAnswer({ ...id, ...notes, state: 'dk', extra: 1 })).toEqual({ ...id, state: 'dk' });
});
