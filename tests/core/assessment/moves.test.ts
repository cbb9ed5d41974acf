import { expect, test } from 'vitest';
import { type RankingInput, rankMoves } from '../../../src/core/assessment/moves.ts';
import { priorityOf } from '../../../src/core/assessment/priority.ts';
import { assessSignals } from '../../../src/core/assessment/signals.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { answersFrom, type Brief } from '../../support/compact.ts';
import { constants, movesOf, packWith, practice, signalOf, symptom } from '../../support/small-pack.ts';

const nothing = { context: {}, targets: [] };
/** Settings in which a team sets its own target for practice `a`. */
const aimingAt = (level: number) => ({ context: {}, targets: [{ item: 'a', level }] });
function situation(pack: Pack, brief: Brief, part: Partial<RankingInput> = {}): RankingInput {
  const answers = answersFrom(brief);
  return {
    answers,
    pack,
    depth: 'full',
    signals: assessSignals(answers, pack, { context: {}, overrides: [] }),
    lowest: [],
    settings: nothing,
    ...part,
  };
}
const ranked = (...call: Parameters<typeof situation>) => rankMoves(situation(...call));
const ids = (...call: Parameters<typeof situation>) => ranked(...call).map(({ practice: id }) => id);

test('priorityOf(item) is weight x gap^2 x grade x relief x lift x safety x stakes / effort', () => {
  const item = practice('a', { grade: 'A', safety: true, weight: 2 });
  const plain = {
    gap: 0.5,
    effort: 'M',
    eases: 1,
    isLowest: false,
    isUnsafe: true,
    isHighStakes: false,
  } as const;
  const priority = (part: Partial<Parameters<typeof priorityOf>[1]> = {}, of = item) =>
    priorityOf(of, { ...plain, ...part }, constants.moves);
  const base = (2 * 0.25 * 1.15) / 1.3; // weight, gap^2, grade A, effort M
  expect(priority()).toBeCloseTo(base * 1.15 * 1.5, 12);
  expect(priority({ isLowest: true })).toBeCloseTo(base * 1.15 * 1.2 * 1.5, 12);
  expect(priority({ isUnsafe: false })).toBeCloseTo(base * 1.15, 12);
  expect(priority({ eases: 9 })).toBeCloseTo(base * 1.45 * 1.5, 12);
  expect(priority({ isHighStakes: true })).toBeCloseTo(base * 1.15 * 1.5 * 2, 12);
  expect(priority({ isHighStakes: true, isUnsafe: false })).toBeCloseTo(base * 1.15 * 2, 12);
  expect(priority({ isHighStakes: true }, { ...item, safety: false })).toBeCloseTo(base * 1.15, 12);
});

test('rankMoves() starts a practice from its two lowest levels, with the goal, level and effort of that move', () => {
  const { start, deepen } = movesOf('a');
  const moves = { start: { ...start, effort: 'L' as const }, deepen: { ...deepen, effort: 'S' as const, upkeep: 2 } };
  const pack = packWith([practice('a', { moves })]);
  expect(ranked(pack, { a: 0 })[0]).toMatchObject({
    practice: 'a',
    kind: 'start',
    from: 0,
    reaches: 2,
    goal: 'Goal: a are started.',
    target: 3,
    gap: 0.75,
    effort: 'L',
    personWeeks: 12,
    upkeep: null,
    priority: 0.5625 / 1.6,
  });
  expect(ranked(pack, { a: 1 })[0]).toMatchObject({ kind: 'start', reaches: 2, effort: 'L' });
  expect(ranked(pack, { a: 2 })[0]).toMatchObject({
    kind: 'deepen',
    from: 2,
    reaches: 4,
    goal: 'Goal: a are complete.',
    gap: 0.25,
    effort: 'S',
    personWeeks: 1,
    upkeep: 2,
    priority: 0.0625,
  });
});

test('rankMoves() measures the gap up to the target, not up to what the move reaches', () => {
  const pack = packWith([practice('a', { weight: 2 })]);
  expect(ranked(pack, { a: 1 }, { settings: aimingAt(4) })[0]).toMatchObject({ target: 4, gap: 0.75, reaches: 2 });
  expect(ranked(pack, { a: 0 }, { settings: aimingAt(1) })[0]).toMatchObject({ target: 1, gap: 0.25, reaches: 2 });
});

test('rankMoves() offers no move that reaches no further than the team is: then the target says what to reach', () => {
  const { start, deepen } = movesOf('a', 'S');
  const pack = packWith([practice('a', { moves: { start, deepen: { ...deepen, reaches: 3 } } })]);
  expect(ranked(pack, { a: 2 }, { settings: aimingAt(4) })[0]).toMatchObject({
    reaches: 3,
    goal: 'Goal: a are complete.',
  });
  expect(ranked(pack, { a: 3 }, { settings: aimingAt(4) })[0]).toMatchObject({
    kind: 'deepen',
    reaches: 4,
    goal: 'A work.',
  });
});

test('rankMoves() words the goal for the context', () => {
  const reading = { when: { model: 'hosted' as const }, goals: { start: 'Goal: prompts.' } };
  const pack = packWith([practice('a', { readings: [reading] })]);
  const settings = { context: { model: 'hosted' as const }, targets: [] };
  expect(ranked(pack, { a: 0 }, { settings })[0]?.goal).toBe('Goal: prompts.');
  expect(ranked(pack, { a: 0 })[0]?.goal).toBe('Goal: a are started.');
});

test('rankMoves() proposes nothing for what is unanswered, does not apply or has reached its target', () => {
  const pack = packWith(['a', 'b', 'c', 'd'].map((id) => practice(id)));
  expect(ids(pack, { a: 3, b: 4, c: 'na' })).toEqual([]);
  expect(ids(pack, { a: 0 }, { settings: aimingAt(0) })).toEqual([]);
  expect(ids(pack, { a: 'dk' }, { settings: aimingAt(0) })).toEqual([]);
});

test('rankMoves() turns "I don\'t know" into finding out, at half the gap, a small effort and no person-weeks', () => {
  expect(ranked(packWith([practice('a', { moves: movesOf('a', 'L') })]), { a: 'dk' })[0]).toMatchObject({
    kind: 'find-out',
    from: null,
    reaches: null,
    goal: null,
    gap: 0.375,
    effort: 'S',
    personWeeks: 0,
    upkeep: null,
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

test('rankMoves() raises what eases a likely signal or belongs to the V that looks lowest', () => {
  const signals = [signalOf('pain', 'trouble', 'a')];
  const pack = packWith([practice('a'), practice('b', { variable: 'validation' }), symptom('trouble')], { signals });
  const by = (brief: Brief, part?: Partial<RankingInput>) =>
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

/** Practices of effort S at level 2 have a gap^2 of .0625: with weight 1.5 their priority is .094, with .7 it is .044. */
const small = (id: string, weight: number) => practice(id, { weight, moves: movesOf(id, 'S') });

test('rankMoves() drops moves below .05', () => {
  const pack = packWith([small('a', 0.7), small('b', 0.8)]);
  expect(ids(pack, { a: 2, b: 2 })).toEqual(['b']); // .044 and .05
  expect(ids(pack, { a: 1, b: 2 })).toEqual(['a', 'b']);
});

test('rankMoves() takes moves below .1 only to fill up to three', () => {
  const pack = packWith([
    ...['a', 'b', 'c', 'd'].map((id) => small(id, 1.5)),
    ...['e', 'f', 'g', 'h'].map((id) => small(id, 1)),
  ]);
  const low = { a: 2, b: 2, c: 2, d: 2 };
  expect(ids(pack, low)).toEqual(['a', 'b', 'c']);
  expect(ids(pack, { ...low, e: 1 })).toEqual(['e', 'a', 'b']);
  expect(ids(pack, { ...low, e: 1, f: 1, g: 1 })).toEqual(['e', 'f', 'g']);
  expect(ids(pack, { ...low, e: 1, f: 1, g: 1, h: 1 })).toEqual(['e', 'f', 'g', 'h']);
  const even = packWith(['a', 'b', 'c', 'd'].map((id) => small(id, 1.6))); // 1.6 x .0625 is .1, which is not below
  expect(ids(even, low)).toEqual(['a', 'b', 'c', 'd']);
});
