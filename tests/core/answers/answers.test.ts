import { expect, test } from 'vitest';
import { answerMap, levelOf, stateOf } from '../../../src/core/answers/answers.ts';
import { fingerprint } from '../../../src/core/model/pack.ts';
import { answersFrom } from '../../support/compact.ts';
import { practice } from '../../support/small-pack.ts';

test('answerMap(answers) leaves out "unanswered"', () => {
  const map = answerMap({
    answers: [
      { item: 'a', rev: 1, state: 'unanswered' },
      { item: 'b', rev: 1, state: 'dk' },
    ],
  });
  expect([...map.keys()]).toEqual(['b']);
  expect(stateOf(map, 'a')).toBe('unanswered');
});

test('levelOf(answers, item) and stateOf(answers, item) distinguish the four states', () => {
  const map = answersFrom({ a: 0, b: 'dk', c: 'na' });
  expect(['a', 'b', 'c', 'd'].map((item) => [levelOf(map, item), stateOf(map, item)])).toEqual([
    [0, 'level'],
    [null, 'dk'],
    [null, 'na'],
    [null, 'unanswered'],
  ]);
});

test('fingerprint(items) is FNV-1a and changes with order and revision', () => {
  expect(fingerprint([])).toBe('811c9dc5');
  expect(fingerprint([practice('a')])).toBe('dbbd3e69');
  const items = [practice('a'), practice('b')];
  const others = [items.toReversed(), [practice('a', { rev: 2 }), practice('b')], [practice('a')]];
  expect(new Set([fingerprint(items), ...others.map((list) => fingerprint(list))]).size).toBe(4);
});
