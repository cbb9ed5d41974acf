import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { rollUpTeams } from '../../support/roll-up-teams.ts';
import { packWith, practice, signalOf, symptom } from '../../support/small-pack.ts';
import { smallTeam } from '../../support/small-team.ts';

// What a roll-up takes from the context of teams and from groups, just as their reports do.
const pack = packWith([practice('a'), practice('b'), symptom('s')], {
  signals: [signalOf('idle', 's', 'a', { requires: [{ context: 'model', not: 'hosted' }] })],
  targets: [{ when: { teamSize: 'alone' }, items: ['a'], level: 1, reason: 'One person.' }],
});
const rollup = (...teams: Partial<Answers>[]) =>
  rollUpTeams(
    teams.map((part) => ({
      answers: smallTeam({ a: 1, b: 1, s: 4 }, part, pack),
      source: { file: 'a.json', line: null, version: '1.0.0' },
    })),
    pack,
  );

test('a signal that does not apply to a kind of model is counted as such', () => {
  // The symptom is at its worst and the practice at 1: (1 + .75) / 2 = .875, which is likely.
  const { signals } = rollup({}, { context: { model: 'train' } }, { context: { model: 'hosted' } });
  expect(signals).toEqual([
    {
      signal: 'idle',
      statuses: [
        { status: 'does-not-apply', teams: 1 },
        { status: 'likely', teams: 2 },
      ],
    },
  ]);
});

test('teams are below their target as their context sets it', () => {
  const below = (...teams: Partial<Answers>[]) =>
    Object.fromEntries(rollup(...teams).items.map((each) => [each.item, each.below]));
  expect(below({}, { context: { teamSize: 'alone' } })).toEqual({ a: 1, b: 2, s: null });
});

test('the band of a group reaches as far as the scores of its people', () => {
  const group = { people: 3, version: '1.0.0', variables: [{ id: 'velocity' as const, low: 0, high: 0.9 }] };
  const bandOf = (part: Partial<Answers>) => {
    const { point, low, high } = rollup(part).list?.[0]?.profiles[0] ?? {};
    return [point, low, high];
  };
  // Two answers at 1: 25, and a wobble of 25 / root of 2 = 18.
  expect(bandOf({})).toEqual([25, 7, 43]);
  expect(bandOf({ group })).toEqual([25, 0, 90]);
  expect(bandOf({ group: { ...group, version: '0.9.0' } })).toEqual([25, 7, 43]);
});
