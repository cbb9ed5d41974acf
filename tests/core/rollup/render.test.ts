import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import type { Answers } from '../../../src/core/answers/answers.ts';
import { openAnswers } from '../../../src/core/answers/migrate.ts';
import { groupAnswers } from '../../../src/core/assessment/group-answers.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { csvTable } from '../../../src/core/render/csv.ts';
import { answersLines, itemsCsv, teamsCsv } from '../../../src/core/render/rollup.ts';
import { rollUpTeams, type TeamAnswers } from '../../../src/core/rollup/rollup.ts';
import { answersBy, generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const source = { file: 'a.json', line: null, version: pack.version };
const teams = (count: number): TeamAnswers[] =>
  Array.from({ length: count }, (_, seed) => ({
    answers: { ...generateTeam(pack, seed), system: `Team ${seed}` },
    source,
  }));

/** Reads CSV as RFC 4180 defines it, written independently of the code that writes it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = fields.exec(text); match; match = fields.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('csvTable() keeps any text, apart from an apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: 'grapheme' }), fc.integer())), (rows) => {
      const text = csvTable(['a', 'b', 'c'], rows);
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(readCsv(text.slice(1)).slice(1)).toEqual(
        rows.map((row) =>
          row.map((each) => (typeof each === 'string' && /^[=+\-@\t\r]/.test(each) ? `'${each}` : String(each))),
        ),
      );
    }),
  );
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '=HYPERLINK("http://x","y")',
])('a system named %j does not become a formula', (system) => {
  const [first] = teams(1);
  if (!first) throw new Error();
  const { list, ...rollup } = rollUpTeams([first], pack);
  const named = { ...rollup, list: (list ?? []).map((each) => ({ ...each, name: system })) };
  expect(readCsv(teamsCsv(named).slice(1))[1]?.[0]).toBe(`'${system}`);
});

test('itemsCsv() and teamsCsv() have the numbers of the roll-up', () => {
  const rollup = rollUpTeams(teams(9), pack);
  const items = readCsv(itemsCsv(rollup, pack).slice(1));
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
    readCsv(teamsCsv(rollup).slice(1))
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
