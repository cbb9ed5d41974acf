import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, fakeStorage, refuseStorage } from '../../../tests/support/assess-page.ts';
import type { GroupDecision } from '../../core/assessment/group-answers.ts';
import { keepDecisions, keptDecisions, systemsOf } from './kept-decisions.ts';

const pack = dataOf.full.outline;
const [first, second, third] = pack.items.map(({ id }) => id) as [string, string, string];
const decisions: GroupDecision[] = [
  { item: first, answer: { state: 'level', level: 3 }, note: 'Agreed' },
  { item: second, answer: { state: 'dk' }, note: '' },
];
const key = 'trivium:group-decisions';

beforeEach(() => vi.stubGlobal('localStorage', fakeStorage()));
afterEach(() => vi.unstubAllGlobals());

test('decisions come back for the same systems, even after leaving the page, but not for other systems', () => {
  expect(keptDecisions(['Search'], pack)).toEqual([]);
  expect(keepDecisions(['Search'], decisions).ok).toBe(true);
  expect(keptDecisions(['Search'], pack)).toEqual(decisions);
  expect(keptDecisions(['Ads'], pack)).toEqual([]);
  keepDecisions(['Search'], []);
  expect(Object.keys(localStorage)).toEqual([]);
});

test('unnamed systems share decisions only if the answers are the same', () => {
  const people = (system: string, level: number) => [
    { system, answers: [{ item: first, rev: 1, state: 'level' as const, level }] },
    { system: 'Search', answers: [] },
  ];
  expect(systemsOf(people('Search', 1))).toEqual(['Search']);
  expect(systemsOf(people('', 1))).toEqual(systemsOf(people(' ', 1)));
  expect(systemsOf(people('', 1))).not.toEqual(systemsOf(people('', 2)));
});

test('if some decisions are damaged, the rest come back', () => {
  const bad = [
    null,
    'x',
    { item: 'no-such-question', answer: { state: 'dk' } },
    { item: third, answer: { state: 'level', level: 9 } },
    { item: third },
  ];
  localStorage.setItem(key, JSON.stringify({ systems: ['Search'], decisions: [...bad, ...decisions] }));
  expect(keptDecisions(['Search'], pack)).toEqual(decisions);
  for (const text of ['', 'null', '[]', '{"systems":["Search"],"decisions":7}', '{']) {
    localStorage.setItem(key, text);
    expect(keptDecisions(['Search'], pack)).toEqual([]);
  }
});

test('keepDecisions says why if the browser refuses to store them', () => {
  refuseStorage();
  expect(keepDecisions(['Search'], decisions)).toEqual({ ok: false, problems: ['QuotaExceededError'] });
});
