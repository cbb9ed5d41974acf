import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { toPoints } from '../../../src/core/assessment/score.ts';
import { report } from '../../../src/core/report/report.ts';
import { rankTeams } from '../../../src/core/rollup/rank-teams.ts';
import { teamRows } from '../../../src/core/rollup/rows.ts';
import { tables } from '../../../src/core/rollup/tables.ts';
import { rollUpTeams } from '../../support/roll-up-teams.ts';
import { pack, source, team, teams } from '../../support/rolled-up-teams.ts';
import { answersBy, generateTeam, withoutStability } from '../../support/teams.ts';

const seeds = fc.uniqueArray(fc.nat(5000), { minLength: 1, maxLength: 25 });
const practices = pack.items.filter(({ kind }) => kind === 'practice');

test('rollUpTeams(teams) counts every team once for every question, in one of the four states', () => {
  fc.assert(
    fc.property(seeds, (list) => {
      const rollup = rollUpTeams(
        list.map((seed) => team(seed)),
        pack,
      );
      for (const { known, dk, na, unanswered, levels } of rollup.items) {
        expect(known + dk + na + unanswered).toBe(list.length);
        expect(levels?.reduce((total, count) => total + count, 0)).toBe(known);
      }
      for (const { words } of rollup.variables)
        expect(words?.reduce((total, each) => total + each.teams, 0)).toBe(list.length);
      for (const { statuses } of rollup.signals)
        expect(statuses?.reduce((total, each) => total + each.teams, 0)).toBe(list.length);
    }),
    { numRuns: 30 },
  );
});

test('rollUpTeams(teams) has the sum, median and range of the levels', () => {
  fc.assert(
    fc.property(seeds, (list) => {
      const rollup = rollUpTeams(
        list.map((seed) => team(seed)),
        pack,
      );
      for (const { item, sum, median, min, max } of rollup.items) {
        const levels = list
          .flatMap((seed) => team(seed).answers.answers)
          .flatMap((answer) => (answer.item === item && answer.state === 'level' ? [answer.level] : []))
          .toSorted((a, b) => a - b);
        const none = levels.length === 0;
        expect(sum).toBe(none ? null : levels.reduce((total, level) => total + level, 0));
        expect([min, median, max]).toEqual(
          none ? [null, null, null] : [levels[0], levels[Math.ceil(levels.length / 2) - 1], levels.at(-1)],
        );
      }
    }),
    { numRuns: 20 },
  );
});

test('rollUpTeams(teams) does not depend on the order of teams', () => {
  fc.assert(
    fc.property(seeds, fc.boolean(), (list, anonymous) => {
      const given = list.map((seed) => team(seed));
      expect(rollUpTeams(given.toReversed(), pack, 'full', anonymous)).toEqual(
        rollUpTeams(given, pack, 'full', anonymous),
      );
    }),
    { numRuns: 15 },
  );
});

test('rollUpTeams(teams) agrees with the report of every team', () => {
  for (const depth of ['quick', 'full'] as const) {
    const rollup = rollUpTeams(teams(30), pack, depth);
    const lowest = new Map(pack.variables.map(({ id }) => [id, 0]));
    for (const { name, profiles } of rollup.list ?? []) {
      const own = report({ ...generateTeam(pack, Number(name?.slice(5))) }, withoutStability(pack), depth);
      expect(profiles.map(({ variable, point, word, leaning }) => ({ variable, point, word, leaning }))).toEqual(
        own.variables.map(({ id, point, word, leaning }) => ({
          variable: id,
          point: point === null ? null : toPoints(point),
          word,
          leaning,
        })),
      );
      for (const id of own.lowest.ids) lowest.set(id, (lowest.get(id) ?? 0) + 1);
    }
    expect(rollup.variables.map((each) => each.lowest)).toEqual([...lowest.values()]);
  }
});

test('shared gaps list the practice that hurts most teams first, whatever its position in the pack', () => {
  const [first, second, third] = practices.map(({ id }) => id);
  const low = (ids: (string | undefined)[]) => answersBy(pack, ({ id }) => (ids.includes(id) ? 1 : 3));
  const rollup = rollUpTeams(
    [low([third]), low([third, second]), low([third, first]), low([second])].map((answers) => ({ answers, source })),
    pack,
  );
  expect(rollup.sharedGaps).toEqual([third, second, first]);
  const byId = new Map(rollup.items.map((each) => [each.item, each]));
  expect(byId.get(third ?? '')).toMatchObject({ hurting: 3, below: 3, levels: [0, 3, 0, 1, 0], median: 1 });
});

test("below counts against the team's own target; a symptom hurts at its upper end", () => {
  const practice = practices[0]?.id ?? '';
  const answers = answersBy(pack, ({ kind }) => (kind === 'practice' ? 2 : 4));
  const content = { ...answers, targets: [{ item: practice, level: 2 }] };
  const rollup = rollUpTeams(
    [
      { answers, source },
      { answers: content, source },
    ],
    pack,
  );
  expect(rollup.items.find(({ item }) => item === practice)).toMatchObject({ hurting: 0, below: 1 });
  const symptom = pack.items.find(({ kind }) => kind === 'symptom')?.id;
  expect(rollup.items.find(({ item }) => item === symptom)).toMatchObject({ hurting: 2, below: null });
  expect(rollup.sharedGaps).toEqual([]);
});

test('answers to an older version are migrated; changed questions count as unanswered and are reported', () => {
  const [changed, ...others] = generateTeam(pack, 5).answers;
  const old = {
    ...generateTeam(pack, 5),
    pack: { id: pack.id, version: '0.9.0' },
    answers: [{ ...changed, rev: 0 }, ...others],
  };
  const opened = openAnswers(old, pack);
  if (!opened.ok) throw new Error(opened.problems.join());
  const rollup = rollUpTeams([{ answers: opened.value, source: { ...source, version: '0.9.0' } }, team(1)], pack);
  expect(rollup).toMatchObject({
    rereading: 1,
    versions: [
      { version: '0.9.0', teams: 1 },
      { version: pack.version, teams: 1 },
    ],
  });
  expect(rollup.items.find(({ item }) => item === changed?.item)?.unanswered).toBe(1);
});

test('teams are sorted by name, nameless ones last; ranking puts those without a score last', () => {
  const some = [team(1, 'Team 10'), team(2, ''), team(3, 'Team 9'), team(4, 'alpha')];
  const { list } = rollUpTeams(some, pack);
  expect(list?.map(({ name }) => name)).toEqual(['alpha', 'Team 9', 'Team 10', '']);
  const silent = { answers: { ...generateTeam(pack, 1), system: 'Silent', answers: [] }, source };
  const order = rankTeams(rollUpTeams([...teams(12), silent], pack).list ?? [], 'validation');
  const points = order.map(({ profiles }) => profiles.find(({ variable }) => variable === 'validation')?.point ?? -1);
  expect(points).toEqual(points.toSorted((a, b) => b - a));
  expect(order.at(-1)?.name).toBe('Silent');
});

test('the column of scores names the coverage that the pack asks for', () => {
  const about = (pointCoverage: number) =>
    tables
      .flatMap(({ columns }) => columns)
      .find(({ name }) => name === 'point')
      ?.describe({ ...pack.constants, pointCoverage });
  expect(about(0.5)).toContain('less than 50 %');
  expect(about(0.65)).toContain('less than 65 %');
});

test('rows have the columns of the schema, in their order and of their types', () => {
  const rows = { ...teamRows(1, source, team(1).answers, pack, 'full') };
  for (const { name, columns } of tables) {
    if (name === 'items') continue;
    for (const row of rows[name]) {
      expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
      for (const column of columns) {
        const value = Reflect.get(row, column.name);
        const type = { integer: 'number', number: 'number', text: 'string', boolean: 'boolean' }[column.type];
        if (value !== null) expect(typeof value, `${name}.${column.name}`).toBe(type);
        if (column.type === 'integer' && value !== null) expect(Number.isInteger(value)).toBe(true);
      }
    }
  }
});
