import { expect, test } from 'vitest';
import { priorityOf, rankMoves, type Situation, targetOf } from '../../../src/core/assessment/moves.ts';
import { readSignals } from '../../../src/core/assessment/signals.ts';
import { firstThreeShares, stabilityOf } from '../../../src/core/assessment/stability.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { constants, packWith, practice, symptom } from '../../support/small-pack.ts';

const nothing = { context: {}, targets: [] };
function situation(pack: Pack, brief: Brief, part: Partial<Situation> = {}): Situation {
  const answers = answersFrom(brief);
  return {
    answers,
    pack,
    depth: 'full',
    signals: readSignals(answers, pack, []),
    lowest: [],
    settings: nothing,
    ...part,
  };
}
const ranked = (...call: Parameters<typeof situation>) => rankMoves(situation(...call));
const ids = (...call: Parameters<typeof situation>) => ranked(...call).map(({ practice: id }) => id);

test('priorityOf(item) is weight x gap^2 x grade x relief x lift x safety / effort', () => {
  const item = practice('a', { grade: 'A', safety: true, weight: 2 });
  const plain = { gap: 0.5, effort: 'M', eases: 1, isLowest: false, isUnsafe: true } as const;
  expect(priorityOf(item, plain, constants.moves)).toBeCloseTo((2 * 0.25 * 1.15 * 1.15 * 1.5) / 1.3, 12);
  expect(priorityOf(item, { ...plain, isLowest: true }, constants.moves)).toBeCloseTo(
    (2 * 0.25 * 1.15 * 1.15 * 1.2 * 1.5) / 1.3,
    12,
  );
  expect(priorityOf(item, { ...plain, isUnsafe: false }, constants.moves)).toBeCloseTo(
    (2 * 0.25 * 1.15 * 1.15) / 1.3,
    12,
  );
  expect(priorityOf(item, { ...plain, eases: 9 }, constants.moves)).toBeCloseTo(
    (2 * 0.25 * 1.15 * 1.45 * 1.5) / 1.3,
    12,
  );
  expect(priorityOf({ ...item, safety: false }, plain, constants.moves)).toBeCloseTo(
    (2 * 0.25 * 1.15 * 1.15) / 1.3,
    12,
  );
});

test('rankMoves() proposes the next anchor, not the target', () => {
  expect(ranked(packWith([practice('a')]), { a: 0 })[0]).toMatchObject({
    practice: 'a',
    kind: 'improve',
    from: 0,
    to: 2,
    target: 3,
    gap: 0.75,
    effort: 'M',
    personWeeks: 4,
  });
});

test('rankMoves() proposes nothing for what is unanswered, does not apply or has reached its target', () => {
  const pack = packWith(['a', 'b', 'c', 'd'].map((id) => practice(id)));
  expect(ids(pack, { a: 3, b: 4, c: 'na' })).toEqual([]);
});

test('rankMoves() turns "I don\'t know" into finding out, at half the gap and a small effort', () => {
  expect(ranked(packWith([practice('a', { effort: 'L' })]), { a: 'dk' })[0]).toMatchObject({
    kind: 'find-out',
    from: null,
    to: null,
    gap: 0.375,
    effort: 'S',
    personWeeks: 1,
    priority: 0.375 ** 2,
  });
});

test('rankMoves() looks only at practices of the depth', () => {
  const pack = packWith([practice('quick', { depth: 'quick' }), practice('full'), symptom('trouble')]);
  expect(ids(pack, { quick: 0, full: 0, trouble: 0 }, { depth: 'quick' })).toEqual(['quick']);
});

test('rankMoves() orders by priority, then safety, then gap, then id', () => {
  expect(ids(packWith([practice('a'), practice('b')]), { a: 1, b: 0 })).toEqual(['b', 'a']);
  expect(ids(packWith([practice('b'), practice('a')]), { a: 1, b: 1 })).toEqual(['a', 'b']);
  const even = packWith([practice('a', { weight: 1 }), practice('s', { weight: 1 / 1.5, safety: true })]);
  const priorities = ranked(even, { a: 1, s: 1 }).map(({ priority }) => priority);
  expect(priorities[0]).toBeCloseTo(priorities[1] ?? 0, 12);
});

test('rankMoves() puts safety practices first at equal priority', () => {
  const pack = packWith([practice('a', { weight: 2 }), practice('s', { weight: 2, safety: true })]);
  expect(ids(pack, { a: 2, s: 2 })).toEqual(['s', 'a']);
});

test('rankMoves() puts the larger gap first at equal priority', () => {
  const pack = packWith([practice('a', { weight: 4 }), practice('b', { weight: 1 })]);
  expect(ids(pack, { a: 2, b: 1 })).toEqual(['b', 'a']);
});

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
  expect(ids(pack, { roof: 0, wall: 1 }, { settings })).toEqual(['roof']);
});

test('rankMoves() raises what eases a likely signal or belongs to the V that looks lowest', () => {
  const signals = [
    {
      id: 'pain',
      kind: 'pain-point',
      title: 'Pain',
      visible: true,
      helps: ['a'],
      claims: ['some-claim'],
      indicators: [
        { item: 'trouble', weight: 1, direction: 'direct' },
        { item: 'a', weight: 1, direction: 'inverse' },
      ],
    },
  ] satisfies Pack['signals'];
  const pack = packWith([practice('a'), practice('b', { variable: 'validation' }), symptom('trouble')], { signals });
  const by = (brief: Brief, part?: Partial<Situation>) =>
    Object.fromEntries(ranked(pack, brief, part).map((move) => [move.practice, move]));
  const calm = by({ a: 1, b: 1, trouble: 0 });
  const pained = by({ a: 1, b: 1, trouble: 4 });
  expect(pained['a']?.eases).toEqual(['pain']);
  expect(calm['a']?.eases).toEqual([]);
  expect(pained['a']?.priority).toBeCloseTo((calm['a']?.priority ?? 0) * 1.15, 12);
  expect(by({ a: 1, b: 1 }, { lowest: ['validation'] })['b']?.priority).toBeCloseTo(
    (calm['b']?.priority ?? 0) * 1.2,
    12,
  );
});

test('rankMoves() counts a safety practice as unsafe at its two low anchors only', () => {
  const pack = packWith([practice('s', { safety: true }), practice('p')]);
  const priority = (brief: Brief, id: string) =>
    ranked(pack, brief).find((move) => move.practice === id)?.priority ?? 0;
  expect(priority({ s: 1 }, 's')).toBeCloseTo(priority({ p: 1 }, 'p') * 1.5, 12);
  expect(priority({ s: 2 }, 's')).toBeCloseTo(priority({ p: 2 }, 'p'), 12);
  expect(priority({ s: 'dk' }, 's')).toBeCloseTo(priority({ p: 'dk' }, 'p'), 12);
});

test('rankMoves() drops moves below the threshold', () => {
  const pack = packWith([practice('a', { weight: 0.5 })], {
    constants: { ...constants, moves: { ...constants.moves, threshold: 0.05 } },
  });
  expect(ids(pack, { a: 2 })).toEqual([]);
  expect(ids(pack, { a: 1 })).toEqual(['a']);
});

test('rankMoves() aims at the next anchor, but not below the middle one, and never beyond the target', () => {
  const pack = packWith([practice('a', { effort: 'S' })]);
  const next = (level: number, target: number) =>
    ranked(pack, { a: level }, { settings: { context: {}, targets: [{ item: 'a', level: target }] } })[0]?.to;
  expect([next(0, 4), next(1, 4), next(2, 4), next(3, 4)]).toEqual([2, 2, 3, 4]);
  expect([next(0, 2), next(0, 1)]).toEqual([2, 1]);
});

test('rankMoves() uses a lower threshold above the usual target', () => {
  const pack = packWith([practice('a'), practice('b')], {
    constants: { ...constants, moves: { ...constants.moves, threshold: 0.1, raisedThreshold: 0.04 } },
  });
  const settings = { context: {}, targets: [{ item: 'a', level: 4 }] };
  expect(ids(pack, { a: 3, b: 2 }, { settings })).toEqual(['a']); // both .0625 / 1.3 = .048
  expect(ids(pack, { a: 4, b: 2 }, { settings })).toEqual([]);
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

const preset = { when: { highStakes: 'yes' }, items: ['a'], level: 4, reason: 'High stakes.' } as const;

test("targetOf(item) is the pack's, unless the context presets another, unless the team sets its own", () => {
  const pack = packWith([practice('a')], { targets: [{ ...preset, items: ['a'] }] });
  expect(targetOf('a', pack, nothing)).toEqual({ level: 3, reason: null });
  expect(targetOf('a', pack, { context: { highStakes: 'yes' }, targets: [] })).toEqual({
    level: 4,
    reason: 'High stakes.',
  });
  expect(targetOf('b', pack, { context: { highStakes: 'yes' }, targets: [] })).toEqual({ level: 3, reason: null });
  expect(targetOf('a', pack, { context: { highStakes: 'no' }, targets: [] })).toEqual({ level: 3, reason: null });
  const own = { context: { highStakes: 'yes' as const }, targets: [{ item: 'a', level: 1, reason: 'Enough.' }] };
  expect(targetOf('a', pack, own)).toEqual({ level: 1, reason: 'Enough.' });
  expect(targetOf('a', pack, { context: {}, targets: [{ item: 'a', level: 1 }] })).toEqual({ level: 1, reason: null });
});

test('firstThreeShares() is 1 for a move that always stays, and the shares add up to the headline', () => {
  const pack = packWith(['a', 'b', 'c', 'd', 'e'].map((id) => practice(id)));
  const shares = firstThreeShares(situation(pack, { a: 0, b: 1, c: 1, d: 2, e: 2 }));
  expect(shares.get('a')).toBeCloseTo(1, 12);
  expect(shares.get('e') ?? 0).toBe(0);
  expect([...shares.values()].reduce((total, share) => total + share, 0)).toBeCloseTo(3, 12);
});

test('firstThreeShares() shows which moves depend on the constants', () => {
  const pack = packWith([
    practice('a', { grade: 'A' }),
    practice('b', { grade: 'B' }),
    practice('c', { grade: 'C' }),
    practice('d', { effort: 'L' }),
    practice('e', { effort: 'S' }),
  ]);
  const shares = [...firstThreeShares(situation(pack, { a: 1, b: 1, c: 1, d: 1, e: 1 })).values()];
  expect(shares.some((share) => share > 0.1 && share < 0.9)).toBe(true);
});
