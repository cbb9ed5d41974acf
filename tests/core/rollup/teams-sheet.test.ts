import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import type { ItemSummary } from '../../../src/core/rollup/tally.ts';
import { teamsLines } from '../../../src/core/rollup/teams-sheet.ts';
import { rollUpTeams } from '../../support/roll-up-teams.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const [first, second, third] = pack.items.filter(({ kind }) => kind === 'practice');
const symptom = pack.items.find(({ kind }) => kind === 'symptom');

const summary = (item: string | undefined, levels: number[] | null, part: Partial<ItemSummary> = {}): ItemSummary => {
  const known = levels?.reduce((sum, count) => sum + count, 0) ?? 0;
  const hurting = levels && (levels[0] ?? 0) + (levels[1] ?? 0);
  const spread = { sum: null, median: null, min: null, max: null, below: null };
  return {
    item: item ?? '',
    known,
    levels,
    hurting,
    ...spread,
    measured: 0,
    shown: 0,
    dk: 0,
    na: 0,
    unanswered: 0,
    ...part,
  };
};
const linesOf = (...items: ItemSummary[]) => teamsLines(items, pack);

test('a symptom is turned round, so that trouble is on the left', () => {
  const [practice] = linesOf(summary(first?.id, [5, 4, 3, 2, 1]));
  const [turned] = linesOf(summary(symptom?.id, [1, 2, 3, 4, 5]));
  expect(turned).toMatchObject({ column: 'symptoms', teams: practice?.teams });
});

test('the larger share of teams at the two lowest positions comes first, whatever the number of teams', () => {
  const few = summary(first?.id, [2, 1, 0, 0, 1]);
  const many = summary(second?.id, [10, 10, 10, 10, 10]);
  expect(linesOf(many, few).map(({ item }) => item)).toEqual([first?.id, second?.id]);
});

test('of two equal shares, the one with more teams at the lowest position comes first', () => {
  const second2 = summary(second?.id, [1, 3, 4, 0, 0]);
  expect(linesOf(second2, summary(first?.id, [3, 1, 4, 0, 0])).map(({ item }) => item)).toEqual([
    first?.id,
    second?.id,
  ]);
});

test('a question without counts comes last, even after one that hurts nobody', () => {
  const none = summary(first?.id, [0, 0, 0, 0, 0], { dk: 9 });
  const suppressed = summary(second?.id, null, { known: 2 });
  const order = linesOf(none, suppressed, summary(third?.id, [0, 0, 0, 0, 9])).map(({ item }) => item);
  expect(order[0]).toBe(third?.id);
});

test('bold begins where half of the teams with an answer hurt; without answers nothing is bold', () => {
  const hurtsMost = (levels: number[] | null) => linesOf(summary(first?.id, levels))[0]?.hurtsMost;
  expect(hurtsMost([1, 1, 2, 0, 0])).toBe(true);
  expect(hurtsMost([1, 0, 2, 0, 0])).toBe(false);
  expect(hurtsMost([0, 0, 0, 0, 0])).toBe(false);
  expect(hurtsMost(null)).toBe(false);
});

test('every answer of every team is on the sheet once', () => {
  const source = { file: '', line: null, version: pack.version };
  const teams = Array.from({ length: 9 }, (_, seed) => ({ answers: generateTeam(pack, seed), source }));
  const lines = teamsLines(rollUpTeams(teams, pack).items, pack);
  expect(lines.map(({ item }) => item).toSorted()).toEqual(pack.items.map(({ id }) => id).toSorted());
  for (const { teams: counts, unknown, na } of lines)
    expect((counts ?? []).reduce((sum, count) => sum + count, unknown + na)).toBe(9);
});

test('two teams without names: nothing of them is on the sheet', () => {
  const source = { file: '', line: null, version: pack.version };
  const teams = [1, 2].map((seed) => ({ answers: generateTeam(pack, seed), source }));
  expect(teamsLines(rollUpTeams(teams, pack, 'full', true).items, pack)).toEqual([]);
});
