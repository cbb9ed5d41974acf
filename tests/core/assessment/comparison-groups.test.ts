import { expect, test } from 'vitest';
import type { Comparison } from '../../../src/core/assessment/compare.ts';
import { clearChanges, notComparedGroups, promisesOf } from '../../../src/core/assessment/comparison-groups.ts';

const nothing = { onlyBefore: [], onlyNow: [], questions: { added: [], removed: [], changed: [] } };
const groupsOf = (part: object) => notComparedGroups({ ...nothing, ...part } as unknown as Comparison);

test('questions that are not compared are named by their reason, in a fixed order', () => {
  const all = { onlyBefore: ['a'], onlyNow: ['b', 'c'], questions: { added: ['d'], removed: ['e'], changed: ['f'] } };
  expect(groupsOf(all)).toEqual([
    { reason: 'only-before', ids: ['a'] },
    { reason: 'only-now', ids: ['b', 'c'] },
    { reason: 'added', ids: ['d'] },
    { reason: 'removed', ids: ['e'] },
    { reason: 'changed', ids: ['f'] },
  ]);
});

test('a reason without questions is left out', () => {
  expect(groupsOf({})).toEqual([]);
  expect(groupsOf({ onlyNow: ['b'] })).toEqual([{ reason: 'only-now', ids: ['b'] }]);
});

test('only changes beyond the noise are clear', () => {
  const changes = (['higher', 'no-clear-change', 'lower', 'nothing-in-common'] as const).map((change) => ({ change }));
  expect(clearChanges(changes)).toEqual([{ change: 'higher' }, { change: 'lower' }]);
});

test('promises come with the day on which they were made and the number of questions not asked again', () => {
  const before = { date: '2026-05-01' };
  const comparison = { before, promises: [{ practice: 'a' }], carried: ['x', 'y'] } as unknown as Comparison;
  expect(promisesOf(comparison)).toEqual({ date: '2026-05-01', outcomes: [{ practice: 'a' }], carried: 2 });
  expect(promisesOf({ ...comparison, promises: [] })).toBeNull();
});
