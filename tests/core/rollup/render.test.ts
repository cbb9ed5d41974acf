import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { groupAnswers } from '../../../src/core/assessment/group-answers.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { answersLines, itemsCsv, teamsCsv } from '../../../src/core/render/rollup.ts';
import type { TeamAnswers } from '../../../src/core/rollup/rollup.ts';
import { formulaNames, formulasIn, invisibleFormulaNames, parseCsv } from '../../support/csv.ts';
import { rollUpTeams } from '../../support/roll-up-teams.ts';
import { answersBy, generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const source = { file: 'a.json', line: null, version: pack.version };
const teams = (count: number): TeamAnswers[] =>
  Array.from({ length: count }, (_, seed) => ({
    answers: { ...generateTeam(pack, seed), system: `Team ${seed}` },
    source,
  }));

test.each([
  ...formulaNames,
  ...invisibleFormulaNames,
])('a system named %j does not become a formula, whichever separator is used', (system) => {
  const [first] = teams(1);
  if (!first) throw new Error();
  const { list, ...rollup } = rollUpTeams([first], pack);
  const named = { ...rollup, list: (list ?? []).map((each) => ({ ...each, name: system })) };
  const csv = teamsCsv(named);
  expect(formulasIn(teamsCsv(named, 'semicolon'))).toEqual([]);
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(formulasIn(csv)).toEqual([]);
  expect(parseCsv(csv)[1]?.[0]?.replaceAll("'", '')).toBe(system);
});

test('itemsCsv() and teamsCsv() have the numbers of the roll-up', () => {
  const rollup = rollUpTeams(teams(9), pack);
  const items = parseCsv(itemsCsv(rollup, pack));
  expect(items).toHaveLength(pack.items.length + 1);
  const at = (name: string) => items[0]?.indexOf(name) ?? -1;
  rollup.items.forEach(({ item, known, levels, sum, hurting, dk }, row) => {
    const found = items[row + 1] ?? [];
    expect(found[at('item')]).toBe(item);
    expect(['known', 'level_0', 'level_4', 'sum', 'hurting', 'dk'].map((name) => Number(found[at(name)]))).toEqual([
      known,
      levels?.[0],
      levels?.[4],
      sum,
      hurting,
      dk,
    ]);
  });
  expect(
    parseCsv(teamsCsv(rollup))
      .slice(1)
      .map(([team, , , point]) => [team, point]),
  ).toEqual(
    rollup.list?.flatMap(({ name, profiles }) =>
      profiles.map(({ point }) => [name, point === null ? '' : String(point)]),
    ),
  );
});

test('answersLines() rolls up to the same numbers when read back, and has no free text', () => {
  const noted = teams(12).map(({ answers, ...rest }) => ({
    ...rest,
    answers: {
      ...answers,
      respondent: { name: 'SECRET' },
      scope: { boundary: 'SECRET' },
      answers: answers.answers.map((answer) => ({
        ...answer,
        note: 'SECRET',
        evidence: { kind: 'shown' as const, url: 'SECRET' },
      })),
      targets: [{ item: 'fallback-models', level: 4, reason: 'SECRET' }],
      decisions: [{ practice: 'fallback-models', owner: 'SECRET' }],
      reread: [
        {
          item: 'leakage-review',
          why: 'rev' as const,
          before: { item: 'leakage-review', rev: 0, state: 'dk' as const, note: 'SECRET' },
        },
      ],
    },
  }));
  const text = answersLines(noted);
  expect(text).not.toContain('SECRET');
  const again = text
    .trimEnd()
    .split('\n')
    .map((line): TeamAnswers => {
      const opened = openAnswers(JSON.parse(line), pack);
      if (!opened.ok) throw new Error(opened.problems.join());
      return { answers: opened.value, source };
    });
  expect(rollUpTeams(again, pack)).toEqual(rollUpTeams(noted, pack));
  expect(answersLines(again)).toBe(text);
});

test('answersLines() keeps how far apart the people of a group are: their bands stay as wide', () => {
  const people = [0, 4, 2].map((level) => answersBy(pack, () => level));
  const joint = groupAnswers(people, [], '2026-11-28', pack);
  const opened = openAnswers(JSON.parse(answersLines([{ answers: joint, source }])), pack);
  if (!opened.ok) throw new Error(opened.problems.join());
  const profilesOf = (answers: Answers) =>
    rollUpTeams([{ answers, source }], pack).list?.[0]?.profiles.map(({ point, low, high }) => [point, low, high]);
  // One person has 0 in each V, another 100, and the median of all answers is the middle.
  const wide = [50, 0, 100];
  expect(profilesOf(joint)).toEqual([wide, wide, wide]);
  expect(profilesOf(opened.value)).toEqual([wide, wide, wide]);
});
