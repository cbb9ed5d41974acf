import { expect, test } from 'vitest';
import type { Answer } from '../../../src/core/answers/answers.ts';
import { basisOf, proofOf } from '../../../src/core/assessment/basis.ts';

const level = (evidence?: Answer['evidence']): Answer => ({ item: 'a', rev: 1, state: 'level', level: 2, evidence });
const date = '2026-11-20';

test.each([
  ['no answer', undefined, null],
  ['no evidence', level(), null],
  ['a claim', level({ kind: 'claimed', date: '2020-01-01' }), null],
  ['something shown, undated', level({ kind: 'shown' }), { kind: 'shown', isOld: false }],
  ['a measurement of that day', level({ kind: 'measured', date }), { kind: 'measured', isOld: false }],
  ['a measurement a year old', level({ kind: 'measured', date: '2025-11-20' }), { kind: 'measured', isOld: false }],
  ['a measurement older than that', level({ kind: 'measured', date: '2025-11-19' }), { kind: 'measured', isOld: true }],
  ['evidence without a level', { item: 'a', rev: 1, state: 'dk', evidence: { kind: 'shown' } } as const, null],
])('proofOf(%s)', (_, answer, proof) => {
  expect(proofOf(answer, date)).toEqual(proof);
});

test('without a date of the assessment, no evidence is old; on a leap day, the year before ends in February', () => {
  expect(proofOf(level({ kind: 'shown', date: '1999-01-01' }), undefined)?.isOld).toBe(false);
  expect(proofOf(level({ kind: 'shown', date: '2027-02-28' }), '2028-02-29')?.isOld).toBe(true);
  expect(proofOf(level({ kind: 'shown', date: '2027-03-01' }), '2028-02-29')?.isOld).toBe(false);
});

test('basisOf(items, answers) counts only the questions of the depth, each once', () => {
  const answers: [string, Answer][] = [
    ['a', level({ kind: 'measured', date: '2024-01-01' })],
    ['b', { ...level({ kind: 'shown', date }), item: 'b' }],
    ['c', { ...level(), item: 'c' }],
    ['d', { item: 'd', rev: 1, state: 'na' }],
    ['not-asked', { ...level({ kind: 'measured' }), item: 'not-asked' }],
  ];
  const items = ['a', 'b', 'c', 'd', 'unanswered'].map((id) => ({ id }));
  expect(basisOf(items, new Map(answers), date)).toEqual({ known: 3, measured: 1, shown: 1, claimed: 1, old: 1 });
});
