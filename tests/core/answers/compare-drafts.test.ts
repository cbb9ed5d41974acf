import { expect, test } from 'vitest';
import { type Answer, type Answers, answerMap } from '../../../src/core/answers/answers.ts';
import { compareDrafts } from '../../../src/core/answers/compare-drafts.ts';
import { sameAnswer, sameDraft, stampChanges } from '../../../src/core/answers/merge-drafts.ts';
import { emptyDraft, iso } from '../../support/arbitrary-draft.ts';

test('compareDrafts(ours, theirs) puts every item into its list', () => {
  const level = (item: string, n: number, at?: string): Answer => ({
    item,
    rev: 1,
    state: 'level',
    level: n,
    ...(at && { at }),
  });
  const cleared: Answer = { item: 'e', rev: 1, state: 'unanswered' };
  const ours = { answers: [level('a', 1, iso(0)), level('b', 1), level('c', 1), cleared] };
  const theirs = { answers: [level('a', 1, iso(9)), level('b', 2), level('d', 1), cleared] };
  expect(compareDrafts(ours, theirs)).toEqual({
    same: ['a'],
    added: ['d'],
    missing: ['c'],
    different: [{ item: 'b', ours: level('b', 1), theirs: level('b', 2) }],
  });
});

test('sameAnswer(a, b): a note without an answer differs from no answer, and answerMap leaves it out', () => {
  const noteOnly: Answer = { item: 'a', rev: 1, state: 'unanswered', note: 'We talked about it' };
  const empty: Answer = { item: 'a', rev: 1, state: 'unanswered' };
  expect(sameAnswer(noteOnly, undefined)).toBe(false);
  expect(sameAnswer(noteOnly, empty)).toBe(false);
  expect(sameAnswer(empty, undefined)).toBe(true);
  expect(answerMap({ answers: [noteOnly] }).size).toBe(0);
});

test('sameDraft(a, b) ignores the order of lists and keys, but not times', () => {
  const decision = (part: object) => ({ practice: 'a', ...part });
  const of = (part: object): Answers => ({ ...emptyDraft, ...part });
  const one = of({ decisions: [decision({ owner: 'Ada', due: '2026-02-02' }), { practice: 'b' }] });
  const other = of({ decisions: [{ practice: 'b' }, decision({ due: '2026-02-02', owner: 'Ada' })] });
  expect(sameDraft(one, other)).toBe(true);
  expect(sameDraft(one, of({ decisions: [decision({ owner: 'Bo', due: '2026-02-02' }), { practice: 'b' }] }))).toBe(
    false,
  );
  expect(sameDraft(of({ times: { system: iso(1) } }), of({ times: { system: iso(2) } }))).toBe(false);
  expect(stampChanges(one, other, iso(9)).times).toBeUndefined();
});
