import { expect, test } from 'vitest';
import type { TeamAnswers } from '../../../src/core/rollup/rollup.ts';
import { rollUpTeams } from '../../support/roll-up-teams.ts';
import { pack, team, teams } from '../../support/rolled-up-teams.ts';

const practices = pack.items.filter(({ kind }) => kind === 'practice');

test('an anonymous roll-up has no name, date or file in it', () => {
  const rollup = rollUpTeams([team(1, 'Kestrel'), team(2, 'Osprey'), team(3, 'Merlin')], pack, 'full', true);
  expect(JSON.stringify(rollup)).not.toMatch(/Kestrel|Osprey|Merlin|2026-11-23|a\.json/);
  expect(rollup.list?.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('an anonymous roll-up sorts teams neither by name nor by score', () => {
  const names = (list: TeamAnswers[]) => {
    const given = rollUpTeams(list, pack).list?.toSorted((a, b) => a.number - b.number) ?? [];
    return given.map(({ name }) => name);
  };
  const order = names(teams(20));
  expect(order).not.toEqual(order.toSorted());
  expect(order).not.toEqual(rollUpTeams(teams(20), pack).list?.map(({ name }) => name));
  expect(names([...teams(20), team(77)]).filter((name) => name !== 'Team 77')).not.toEqual(order);
});

test('an anonymous roll-up leaves out counts of fewer than three teams, and nothing else', () => {
  const [practice] = practices;
  const two = teams(6).map(({ answers, ...rest }, at) => ({
    ...rest,
    answers: {
      ...answers,
      answers: answers.answers.map((answer) =>
        answer.item !== practice?.id
          ? answer
          : at < 2
            ? { item: answer.item, rev: answer.rev, state: 'level' as const, level: 0 }
            : { item: answer.item, rev: answer.rev, state: 'dk' as const },
      ),
    },
  }));
  const of = (anonymous: boolean) =>
    rollUpTeams(two, pack, 'full', anonymous).items.find(({ item }) => item === practice?.id);
  expect(of(false)).toMatchObject({ known: 2, hurting: 2, levels: [2, 0, 0, 0, 0], dk: 4 });
  expect(of(true)).toMatchObject({
    known: 2,
    hurting: null,
    below: null,
    levels: null,
    sum: null,
    median: null,
    dk: 4,
  });
  const rollup = rollUpTeams(two, pack, 'full', true);
  expect(rollup.sharedGaps).not.toContain(practice?.id);
  for (const { known, levels } of rollup.items) expect(levels === null).toBe(known < 3);
});

test('an anonymous roll-up of two teams has nothing but their number', () => {
  expect(rollUpTeams(teams(2), pack, 'full', true)).toMatchObject({
    teams: 2,
    items: [],
    variables: [],
    signals: [],
    sharedGaps: [],
  });
  expect(rollUpTeams([], pack)).toMatchObject({ teams: 0, list: [], sharedGaps: [] });
});
