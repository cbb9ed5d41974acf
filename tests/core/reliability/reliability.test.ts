import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answer, Answers } from '../../../src/core/answers/answers.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { reliabilityOf } from '../../../src/core/reliability/reliability.ts';

const pack = packOf(loadKnowledgeBase());
const [practice, other] = pack.items.filter(({ variable }) => variable === 'velocity');
const symptom = pack.items.find(({ kind }) => kind === 'symptom');
if (!practice || !other || !symptom) throw new Error('The pack lacks a practice or a symptom.');

type Given = number | 'dk' | 'na';
/** The answers of one person, by question. */
function answersOf(system: string, name: string, given: Record<string, Given>, more: Partial<Answers> = {}): Answers {
  const answers = Object.entries(given).map(
    ([item, value]): Answer =>
      typeof value === 'number' ? { item, rev: 1, state: 'level', level: value } : { item, rev: 1, state: value },
  );
  const respondent = name === '' ? undefined : { name };
  return {
    format: 'trivium-answers',
    version: 1,
    pack: { id: pack.id, version: pack.version },
    system,
    context: {},
    targets: [],
    decisions: [],
    overrides: [],
    answers,
    ...(respondent && { respondent }),
    ...more,
  };
}
const itemOf = (all: readonly Answers[], id: string) => {
  const found = reliabilityOf(all, pack, { count: 200, seed: 1 }).items.find(({ item }) => item === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};
/** People of systems A, B, ... who say one level each about one practice. */
const pilot = (...levels: number[][]) =>
  levels.flatMap((people, system) =>
    people.map((level, person) => answersOf(`System ${system}`, `P${person}`, { [practice.id]: level })),
  );

test('people who agree within each system have alpha 1, and those who do not have less, within the interval', () => {
  expect(itemOf(pilot([0, 0], [2, 2], [4, 4]), practice.id)).toMatchObject({ alpha: 1, systems: 3, ratings: 6 });
  const { alpha, interval } = itemOf(pilot([0, 1], [2, 2], [4, 3], [1, 1], [3, 0], [2, 3]), practice.id);
  expect(alpha).toBeLessThan(1);
  expect(interval?.low).toBeLessThan(alpha ?? 0);
  expect(interval?.high).toBeGreaterThan(alpha ?? 1);
});

test('a system with one person says nothing about agreement, and neither does a question that nobody answered', () => {
  const all = pilot([0, 0], [2], [4]);
  expect(itemOf(all, practice.id)).toMatchObject({ systems: 1, ratings: 2, interval: null, levels: [2, 0, 1, 0, 1] });
  expect(itemOf(all, other.id)).toEqual({
    item: other.id,
    variable: 'velocity',
    systems: 0,
    ratings: 0,
    alpha: null,
    interval: null,
    answers: 0,
    dontKnow: null,
    notApplicable: null,
    levels: [0, 0, 0, 0, 0],
    rest: null,
    retest: { pairs: 0, same: null, withinOne: null },
  });
});

test('shares of "do not know" and "does not apply" are of those who answered', () => {
  const all = (['dk', 'na', 'na', 3] as const).map((given, person) =>
    answersOf('A', `P${person}`, { [practice.id]: given }),
  );
  expect(itemOf([...all, answersOf('A', 'P9', {})], practice.id)).toMatchObject({
    answers: 4,
    dontKnow: 0.25,
    notApplicable: 0.5,
  });
});

test('the correlation with the rest is that with the other practices of the V, and a symptom has none', () => {
  const all = [0, 1, 3, 4].map((level) =>
    answersOf(`S${level}`, 'P', { [practice.id]: level, [other.id]: 4 - level, [symptom.id]: level }),
  );
  expect(itemOf(all, practice.id).rest).toBeCloseTo(-1, 12);
  expect(itemOf(all, symptom.id).rest).toBeNull();
});

test('only a second answer by the same person within a month counts as one, and never as a second person', () => {
  const on = (date: string, level: number, name = 'Ada') => answersOf('A', name, { [practice.id]: level }, { date });
  const first = on('2027-01-15', 2);
  const retestOf = (...again: Answers[]) => itemOf([...again, first], practice.id).retest;
  expect(retestOf(on('2027-02-15', 2))).toEqual({ pairs: 1, same: 1, withinOne: 1 });
  expect(retestOf(on('2027-02-01', 1, ' ADA '))).toEqual({ pairs: 1, same: 0, withinOne: 1 });
  expect(retestOf(on('2027-02-01', 4))).toEqual({ pairs: 1, same: 0, withinOne: 0 });
  for (const no of [on('2027-02-16', 2), on('2027-01-15', 2), on('2027-01-20', 2, 'Bo')])
    expect(retestOf(no).pairs, `${no.date} ${no.respondent?.name}`).toBe(0);
  expect(itemOf([first, on('2027-02-01', 4)], practice.id)).toMatchObject({ systems: 0, levels: [0, 0, 1, 0, 0] });
  expect(retestOf({ ...on('2027-01-20', 2), system: 'B' }).pairs).toBe(0);
  const turn = itemOf([on('2027-12-20', 1), on('2028-01-19', 1)], practice.id);
  expect(turn.retest.pairs).toBe(1);
});

test('files without a system, and the agreed answers of several people, are counted and left out', () => {
  const all = [
    answersOf(' ', 'A', { [practice.id]: 1 }),
    answersOf('A', '', { [practice.id]: 2 }),
    answersOf('a', '', { [practice.id]: 2 }),
    answersOf('A', '', { [practice.id]: 4 }, { sources: [{ name: 'A' }, { name: 'B' }] }),
  ];
  expect(reliabilityOf(all, pack, { count: 10, seed: 1 })).toMatchObject({
    systems: 1,
    people: 2,
    skipped: { unnamed: 1, agreed: 1 },
  });
});

test('the order of files changes nothing', () => {
  const all = pilot([0, 1, 2], [2, 2], [4, 3]);
  expect(itemOf(all.toReversed(), practice.id).alpha).toBeCloseTo(itemOf(all, practice.id).alpha ?? 0, 12);
});
