import { expect, test } from 'vitest';
import type { RankingInput } from '../../../src/core/assessment/moves.ts';
import { firstThreeShares, stabilityOf } from '../../../src/core/assessment/stability.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { runSlices } from '../../../src/core/model/slices.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { constants, movesOf, packWith, practice } from '../../support/small-pack.ts';

const situation = (pack: Pack, brief: Brief, context: RankingInput['settings']['context'] = {}): RankingInput => ({
  answers: answersFrom(brief),
  pack,
  depth: 'full',
  signals: [],
  lowest: [],
  settings: { context, targets: [] },
});

test('stabilityOf() takes the word of the highest cut that a share reaches, and counts', () => {
  const { stability } = constants;
  expect([0, 0.39, 0.4, 0.99, 1].map((share) => stabilityOf(share, stability).word)).toEqual([
    'hardly-any',
    'hardly-any',
    'about-half',
    'about-half',
    'all',
  ]);
  expect(stabilityOf(0.25, stability)).toEqual({ word: 'hardly-any', times: 16, count: 64 });
});

test('firstThreeShares() is 1 for a move that always stays, and the shares add up to the headline', () => {
  const pack = packWith(['a', 'b', 'c', 'd', 'e'].map((id) => practice(id)));
  const shares = runSlices(firstThreeShares(situation(pack, { a: 0, b: 1, c: 1, d: 2, e: 2 })));
  expect(shares.get('a')).toBeCloseTo(1, 12);
  expect(shares.get('e') ?? 0).toBe(0);
  expect([...shares.values()].reduce((total, share) => total + share, 0)).toBeCloseTo(3, 12);
});

test('firstThreeShares() shows which moves depend on the constants', () => {
  const pack = packWith([
    practice('a', { grade: 'A' }),
    practice('b', { grade: 'B' }),
    practice('c', { grade: 'C' }),
    practice('d', { moves: movesOf('d', 'L') }),
    practice('e', { moves: movesOf('e', 'S') }),
  ]);
  const shares = [...runSlices(firstThreeShares(situation(pack, { a: 1, b: 1, c: 1, d: 1, e: 1 }))).values()];
  expect(shares.some((share) => share > 0.1 && share < 0.9)).toBe(true);
});

test('firstThreeShares() varies the factor of high stakes, too', () => {
  // Both have to be found out, so only the stakes (2) and the weight (2) tell them apart; one of them can be first.
  const pack = packWith([practice('safe', { safety: true }), practice('heavy', { weight: 2 })], {
    constants: { ...constants, moves: { ...constants.moves, headline: 1 } },
  });
  const share = (context: RankingInput['settings']['context']) =>
    runSlices(firstThreeShares(situation(pack, { safe: 'dk', heavy: 'dk' }, context))).get('safe') ?? 0;
  expect(share({})).toBe(0);
  expect(share({ highStakes: 'yes' })).toBeGreaterThan(0.3);
  expect(share({ highStakes: 'yes' })).toBeLessThan(0.7);
});
