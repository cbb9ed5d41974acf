import { expect, test } from 'vitest';
import { targetOf } from '../../../src/core/assessment/target.ts';
import type { Pack } from '../../../src/core/model/pack.ts';
import { packWith, practice } from '../../support/small-pack.ts';

const targets: Pack['targets'] = [
  { when: { highStakes: 'yes' }, items: ['a'], level: 4, reason: 'High stakes.' },
  { when: { teamSize: 'alone' }, items: ['a', 'b'], level: 2, reason: 'One person.' },
  { when: { model: 'hosted', serving: 'batch' }, items: ['a'], level: 1, reason: 'Hosted, in batches.' },
];
const pack = packWith([practice('a'), practice('b')], { targets });
type Settings = Parameters<typeof targetOf>[2];
const target = (item: string, context: Settings['context'], own: Settings['targets'] = []) =>
  targetOf(item, pack, { context, targets: own });

test("targetOf(item) is the pack's, without a reason, unless something sets another", () => {
  expect(target('a', {})).toEqual({ level: 3, reason: null });
  expect(target('a', { highStakes: 'no' })).toEqual({ level: 3, reason: null });
});

test('targetOf(item) is what the context presets, for the practices that it names', () => {
  expect(target('a', { highStakes: 'yes' })).toEqual({ level: 4, reason: 'High stakes.' });
  expect(target('b', { highStakes: 'yes' })).toEqual({ level: 3, reason: null });
});

test('targetOf(item) is the lowest of several presets, in whatever order the pack lists them', () => {
  expect(target('a', { highStakes: 'yes', teamSize: 'alone' })).toEqual({ level: 2, reason: 'One person.' });
  const turned = { ...pack, targets: targets.toReversed() };
  const settings: Settings = { context: { highStakes: 'yes', teamSize: 'alone' }, targets: [] };
  expect(targetOf('a', turned, settings).level).toBe(2);
});

test('targetOf(item) needs all that a preset names', () => {
  expect(target('a', { model: 'hosted' }).level).toBe(3);
  expect(target('a', { model: 'hosted', serving: 'batch' }).level).toBe(1);
});

test("targetOf(item) is the team's own before any preset, higher or lower", () => {
  expect(target('a', { teamSize: 'alone' }, [{ item: 'a', level: 4, reason: 'We grow.' }])).toEqual({
    level: 4,
    reason: 'We grow.',
  });
  expect(target('a', { highStakes: 'yes' }, [{ item: 'a', level: 1 }])).toEqual({ level: 1, reason: null });
  expect(target('a', { highStakes: 'yes' }, [{ item: 'b', level: 1 }]).level).toBe(4);
});
