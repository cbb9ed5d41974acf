import { expect, test } from 'vitest';
import { type Answer, openRereads } from '../../../src/core/answers/answers.ts';
import { migrate } from '../../../src/core/answers/migrate.ts';
import { answerOf, type Brief } from '../../support/compact.ts';
import { answersFrom, migrated, second, steps, third } from '../../support/three-versions.ts';

const hint = (item: string, why: string, before: Answer) => ({ item, why, before });

test('migrate keeps answers to items that are the same, renamed, or not named by any step', () => {
  const { answers, reread } = migrated({ kept: 3, slow: 1 });
  expect(answers.answers).toEqual([answerOf('kept', 3), answerOf('fast', 1)]);
  expect(answers.pack.version).toBe('2.0.0');
  expect(reread).toEqual([]);
  expect(answers).not.toHaveProperty('reread');
  expect(answers).not.toHaveProperty('setAside');
});

test('migrate turns an answer to a reworded question into a hint', () => {
  const { answers, reread } = migrated({ wording: 3 });
  expect(answers.answers).toEqual([]);
  expect(reread).toEqual([hint('wording', 'reworded', answerOf('wording', 3))]);
  expect(answers.reread).toEqual(reread);
});

test('migrate carries the previous assessment over, with answers to changed questions as rereads', () => {
  const previous = { date: '2026-08-01', answers: answersFrom({ kept: 3, slow: 1, wording: 2 }).answers };
  const { answers } = migrate(answersFrom({ kept: 0 }, { previous }), steps, second);
  expect(answers.answers).toEqual([answerOf('kept', 0)]);
  expect(answers.previous).toEqual({
    date: '2026-08-01',
    answers: [answerOf('kept', 3), answerOf('fast', 1)],
    reread: [hint('wording', 'reworded', answerOf('wording', 2))],
  });
  expect(answers).not.toHaveProperty('reread');
  expect(answers).not.toHaveProperty('setAside');
});

test('migrate treats another revision without a step like a reworded question', () => {
  const { answers, reread } = migrated({ quiet: 2 });
  expect(answers.answers).toEqual([]);
  expect(reread).toEqual([hint('quiet', 'rev', answerOf('quiet', 2))]);
});

test('migrate turns an answer to a split question into a hint to each part', () => {
  const before = answerOf('whole', 'na');
  expect(migrated({ whole: 'na' }).reread).toEqual([
    hint('part-one', 'split', before),
    hint('part-two', 'split', before),
  ]);
});

test.each<[string, Brief, string]>([
  ['the lower level', { left: 3, right: 1 }, 'right'],
  ['the lower level, whatever the order', { left: 0, right: 4 }, 'left'],
  ['the first of equal ones', { right: 2, left: 2 }, 'left'],
  ['a level before "don\'t know"', { left: 'dk', right: 4 }, 'right'],
  ['"don\'t know" before "does not apply"', { left: 'na', right: 'dk' }, 'right'],
])('migrate makes a hint of %s to merged questions, and sets the other aside', (_, brief, hintItem) => {
  const { answers, reread } = migrated(brief);
  expect(answers.answers).toEqual([]);
  expect(reread).toEqual([hint('both', 'merged', answerOf(hintItem, brief[hintItem] ?? 0))]);
  expect(answers.setAside?.answers.map(({ item }) => item)).toEqual(
    ['left', 'right'].filter((item) => item !== hintItem),
  );
});

test('migrate sets answers to retired questions aside', () => {
  const { answers, reread } = migrated({ gone: 4 });
  expect([answers.answers, reread]).toEqual([[], []]);
  expect(answers.setAside?.answers).toEqual([answerOf('gone', 4)]);
});

test('migrate makes no hint of an open answer, and sets it aside with its note', () => {
  const open: Answer = { item: 'whole', rev: 1, state: 'unanswered', note: 'ask Ada' };
  const { answers, reread } = migrate({ ...answersFrom({}), answers: [open] }, steps, second);
  expect([reread, answers.setAside?.answers]).toEqual([[], [open]]);
});

test('migrate over three versions carries hints on from question to question', () => {
  const { answers, reread } = migrated({ slow: 2, wording: 1, whole: 3, left: 2, right: 4 }, third);
  expect(answers.answers).toEqual([answerOf('swift', 2)]);
  expect(reread).toEqual([
    hint('part-two', 'split', answerOf('whole', 3)),
    hint('short', 'split', answerOf('wording', 1)),
    hint('long', 'split', answerOf('wording', 1)),
    hint('joined', 'merged', answerOf('left', 2)),
  ]);
  expect(answers.setAside?.answers).toEqual([answerOf('right', 4), answerOf('whole', 3)]);
});

test('migrate sets targets and decisions of changed items aside, and overrides of lost signals', () => {
  const plans = {
    targets: ['slow', 'wording', 'quiet', 'kept'].map((item) => ({ item, level: 4 })),
    decisions: ['slow', 'gone'].map((id) => ({ practice: id, decision: 'do' as const, owner: 'Ada' })),
    overrides: ['pain', 'lost'].map((signal) => ({ signal, reason: 'r' })),
  };
  const { answers } = migrate(answersFrom({ quiet: 1 }, plans), steps, second);
  expect(answers.targets.map(({ item }) => item)).toEqual(['fast', 'kept']);
  expect(answers.decisions).toEqual([{ practice: 'fast', decision: 'do', owner: 'Ada' }]);
  expect(answers.overrides).toEqual([{ signal: 'pain', reason: 'r' }]);
  expect(answers.setAside).toEqual({
    answers: [],
    targets: [
      { item: 'wording', level: 4 },
      { item: 'quiet', level: 4 },
    ],
    decisions: [{ practice: 'gone', decision: 'do', owner: 'Ada' }],
    overrides: [{ signal: 'lost', reason: 'r' }],
  });
});

test('migrate sets a hint aside if its question has an answer again', () => {
  const between = migrated({ whole: 0, left: 3 }).answers;
  const again = { ...between, answers: [answerOf('part-one', 4)] };
  expect(openRereads(again).map(({ item }) => item)).toEqual(['part-two', 'both']);
  const { answers, reread } = migrate(again, steps, third);
  expect(reread).toContainEqual(hint('joined', 'merged', answerOf('left', 3)));
  expect(answers.setAside?.answers).toEqual(expect.arrayContaining([answerOf('whole', 0), answerOf('part-one', 4)]));
});

test('openRereads(answers) treats an open answer as none', () => {
  const { reread } = migrated({ wording: 1 });
  expect(openRereads({ reread, answers: [{ item: 'wording', rev: 2, state: 'unanswered' }] })).toEqual(reread);
  expect(openRereads({ answers: [] })).toEqual([]);
});
