import { expect, test } from 'vitest';
import { generateTeam } from '../../../tests/support/teams.ts';
import { pack } from '../../build/pack.ts';
import { defaultSides, type SideOption, sideOptions } from './default-sides.ts';

const open = { before: undefined, now: undefined };
const choice = (key: string, system: string, date: string): SideOption => ({
  key,
  from: undefined,
  answers: { ...generateTeam(pack, 1), system, date },
});

test('defaultSides() takes the two latest of a system that has two, though another is newer', () => {
  const choices = [
    choice('new', 'Fraud', '2026-12-01'),
    choice('old', 'Parcels', '2026-05-01'),
    choice('oldest', 'Parcels', '2025-05-01'),
    choice('latest', 'parcels ', '2026-11-01'),
  ];
  expect(defaultSides(choices, open)).toEqual({ before: 'old', now: 'latest' });
});

test('defaultSides() without two of a system takes the newest as now, and no earlier one', () => {
  const choices = [choice('a', 'Fraud', '2026-12-01'), choice('b', 'Parcels', '2026-12-02')];
  expect(defaultSides(choices, open)).toEqual({ before: undefined, now: 'b' });
  expect(defaultSides([], open)).toEqual(open);
});

test('defaultSides() does not pair systems without a name', () => {
  const choices = [choice('a', '', '2026-12-01'), choice('b', '', '2026-12-02')];
  expect(defaultSides(choices, open)).toEqual({ before: undefined, now: 'b' });
});

test('defaultSides() keeps what was requested; an unknown or empty key leaves its side empty', () => {
  const choices = [choice('a', 'Parcels', '2026-05-01'), choice('b', 'Parcels', '2026-11-01')];
  expect(defaultSides(choices, { before: 'b', now: 'a' })).toEqual({ before: 'b', now: 'a' });
  expect(defaultSides(choices, { before: '', now: undefined })).toEqual({ before: undefined, now: 'b' });
  expect(defaultSides(choices, { before: undefined, now: 'gone' })).toEqual(open);
});

test('sideOptions() tells two imports of one name apart, whatever else was removed', () => {
  const imported = (fingerprint: string, date: string) => ({
    name: 'answers.json',
    fingerprint,
    answers: { ...generateTeam(pack, 1), system: 'Parcels', date },
  });
  const [may, november] = [imported('m', '2026-05-01'), imported('n', '2026-11-01')];
  const both = sideOptions({ drafts: [], imports: [may, november] });
  const { before, now } = defaultSides(both, open);
  expect([before, now]).toEqual(both.map(({ key }) => key));
  expect(before).not.toBe(now);
  expect(sideOptions({ drafts: [], imports: [november] })[0]?.key).toBe(now);
});
