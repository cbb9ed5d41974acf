import { expect, test } from 'vitest';
import { type RankingInput, rankMoves } from '../../../src/core/assessment/moves.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { moveReasons } from '../../../src/core/report/move-reasons.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { movesOf, packWith, practice } from '../../support/small-pack.ts';

const nothing: RankingInput['settings'] = { context: {}, targets: [] };
const highStakes: RankingInput['settings'] = { context: { highStakes: 'yes' }, targets: [] };
const situation = (pack: Pack, brief: Brief, settings: RankingInput['settings']): RankingInput => ({
  answers: answersFrom(brief),
  pack,
  depth: 'full',
  signals: [],
  lowest: [],
  settings,
});
const ranked = (...call: Parameters<typeof situation>) => rankMoves(situation(...call));

test('rankMoves() counts a safety practice as unsafe at its two low levels, and with high stakes at the middle', () => {
  const pack = packWith([
    practice('s', { safety: true, moves: movesOf('s', 'S') }),
    practice('p', { moves: movesOf('p', 'S') }),
  ]);
  const factor = (level: number | 'dk', settings: RankingInput['settings']) => {
    const moves = ranked(pack, { s: level, p: level }, settings);
    const priority = (id: string) => moves.find((move) => move.practice === id)?.priority ?? 0;
    return priority('s') / priority('p');
  };
  expect([0, 1, 2].map((level) => factor(level, nothing))).toEqual([1.5, 1.5, 1]);
  expect(factor('dk', nothing)).toBe(1);
  expect([0, 1, 2].map((level) => factor(level, highStakes))).toEqual([3, 3, 3]);
  expect(factor('dk', highStakes)).toBe(2);
});

test('rankMoves() leaves the gap of a safety practice as it is if the stakes are high', () => {
  const pack = packWith([practice('s', { safety: true })]);
  expect(ranked(pack, { s: 2 }, highStakes)[0]).toMatchObject({ target: 3, gap: 0.25 });
  expect(ranked(pack, { s: 3 }, highStakes)).toEqual([]);
});

test('moveReasons(move) names safety wherever it raised the priority', () => {
  const pack = packWith([practice('s', { safety: true })]);
  const kinds = (level: number, settings: RankingInput['settings']) => {
    const [move] = ranked(pack, { s: level }, settings);
    const reasons = move && moveReasons({ ...move, targetReason: null }, situation(pack, { s: level }, settings));
    return reasons?.map(({ kind }) => kind);
  };
  expect(kinds(1, nothing)).toEqual(['gap', 'safety']);
  expect(kinds(2, highStakes)).toEqual(['gap', 'safety']);
});
