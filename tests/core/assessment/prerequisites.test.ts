import { expect, test } from 'vitest';
import { type RankingInput, rankMoves } from '../../../src/core/assessment/moves.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { packWith, practice } from '../../support/small-pack.ts';

const ranked = (pack: Pack, brief: Brief, settings: RankingInput['settings'] = { context: {}, targets: [] }) =>
  rankMoves({ answers: answersFrom(brief), pack, depth: 'full', signals: [], lowest: [], settings });

test('rankMoves() gives a missing prerequisite the priority of the move that needs it, along a chain', () => {
  const pack = packWith([
    practice('roof', { weight: 3, needs: ['wall'] }),
    practice('wall', { weight: 0.5, needs: ['floor'] }),
    practice('floor', { weight: 0.5 }),
    practice('other', { weight: 2 }),
  ]);
  const moves = ranked(pack, { roof: 0, wall: 0, floor: 1, other: 0 });
  expect(moves.map(({ practice: id }) => id)).toEqual(['floor', 'wall', 'roof', 'other']);
  expect(moves[0]).toMatchObject({ needs: [], neededBy: ['wall'], priority: moves[2]?.priority });
  expect(moves[1]).toMatchObject({ needs: ['floor'], neededBy: ['roof'] });
});

test('rankMoves() raises a whole chain, in whatever order the pack has it', () => {
  const roof = practice('roof', { weight: 3, needs: ['wall'] });
  const wall = practice('wall', { weight: 0.5, needs: ['floor'] });
  const floor = practice('floor', { weight: 0.5 });
  const brief = { roof: 0, wall: 0, floor: 1 };
  for (const items of [
    [wall, floor, roof],
    [floor, wall, roof],
    [roof, floor, wall],
  ]) {
    const moves = ranked(packWith(items), brief);
    expect(moves.map(({ practice: id }) => id)).toEqual(['floor', 'wall', 'roof']);
    for (const { priority } of moves) expect(priority).toBeCloseTo((3 * 0.5625) / 1.3, 12);
    expect(moves.map(({ neededBy }) => neededBy)).toEqual([['wall'], ['roof'], []]);
  }
});

test('rankMoves() asks for a prerequisite only below level 2', () => {
  const pack = packWith([practice('roof', { needs: ['wall'] }), practice('wall')]);
  expect(ranked(pack, { roof: 0, wall: 2 }).find(({ practice: id }) => id === 'roof')?.needs).toEqual([]);
  expect(ranked(pack, { roof: 0, wall: 1 }).find(({ practice: id }) => id === 'roof')?.needs).toEqual(['wall']);
  expect(ranked(pack, { roof: 0, wall: 'dk' }).find(({ practice: id }) => id === 'roof')?.needs).toEqual([]);
  expect(ranked(pack, { roof: 0 }).find(({ practice: id }) => id === 'roof')?.needs).toEqual([]);
});

test('rankMoves() proposes a move even if its missing prerequisite is no move itself', () => {
  const pack = packWith([practice('roof', { needs: ['wall'] }), practice('wall')]);
  const settings = { context: {}, targets: [{ item: 'wall', level: 1 }] };
  expect(ranked(pack, { roof: 0, wall: 1 }, settings).map(({ practice: id }) => id)).toEqual(['roof']);
});
