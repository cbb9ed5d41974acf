import { expect, test } from 'vitest';
import { loadKnowledgeBase } from '../../../src/build/knowledge-base.ts';
import { changeSinceOf, compare } from '../../../src/core/assessment/compare.ts';
import { askedAt, depthIds } from '../../../src/core/model/ids.ts';
import { packOf } from '../../../src/core/model/pack.ts';
import { packIndex } from '../../../src/core/model/pack-index.ts';
import { report } from '../../../src/core/report/report.ts';
import { tryLines } from '../../../src/core/report/sheet-lines.ts';
import { generateTeam } from '../../support/teams.ts';

const pack = packOf(loadKnowledgeBase());
const { item: itemOf } = packIndex(pack);
const teams = Array.from({ length: 20 }, (_, seed) => generateTeam(pack, seed + 1));
const columnsOf = (sheet: ReturnType<typeof report>['sheet']) => [
  ...Map.groupBy(sheet, ({ stage, column }) => `${stage} ${column}`).values(),
];

test.each(depthIds)('the sheet of a %s report has every question of the assessment exactly once', (depth) => {
  const asked = pack.items.filter(askedAt(depth)).map(({ id }) => id);
  for (const team of teams) {
    const items = report(team, pack, depth).sheet.map(({ item }) => item);
    expect(items.toSorted()).toEqual(asked.toSorted());
  }
});

test('within a stage and a column the weakest lines come first, and lines without an answer last', () => {
  for (const team of teams)
    for (const lines of columnsOf(report(team, pack).sheet)) {
      const positions = lines.map(({ position }) => position ?? 5);
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    }
});

test('trouble is on the left: a practice at its level, a symptom at 4 minus its level', () => {
  for (const team of teams) {
    const { sheet, levels } = report(team, pack);
    for (const { item, position, isLow } of sheet) {
      const level = levels[item];
      const expected = level === undefined ? null : itemOf(item)?.kind === 'symptom' ? 4 - level : level;
      expect(position).toBe(expected);
      expect(isLow).toBe(expected === 0 || expected === 1);
    }
  }
});

test('the lines of the first moves, and of those to fund, carry their place in the plan and the position they lead to', () => {
  for (const team of teams) {
    const { sheet, moves, firstMoves } = report(team, pack);
    const marked = sheet.flatMap(({ item, move }) => (move ? [{ item, ...move }] : []));
    const expected = moves
      .map(({ practice, reaches }, index) => ({ item: practice, place: index + 1, position: reaches }))
      .filter(({ item, place }) => place <= pack.constants.moves.headline || firstMoves.includes(item));
    expect(marked.toSorted((a, b) => a.place - b.place)).toEqual(expected);
  }
});

test('a line has an earlier position only if it differs', () => {
  const [before, now] = [teams[0], teams[1]];
  if (!before || !now) throw new Error('two teams are needed');
  const since = changeSinceOf(compare({ answers: before }, { answers: now }, pack));
  const { sheet } = report(now, pack, 'full', since);
  const [then, today] = [report(before, pack).sheet, sheet];
  const positionThen = new Map(then.map(({ item, position }) => [item, position]));
  expect(today.some(({ before: earlier }) => earlier !== null)).toBe(true);
  for (const { item, position, before: earlier } of today) {
    const was = positionThen.get(item) ?? null;
    expect(earlier).toBe(was === null || position === null || was === position ? null : was);
  }
});

test('for several people a line has the range of their positions, unless they agree', () => {
  const [team] = teams;
  if (!team) throw new Error('a team is needed');
  const symptom = pack.items.find(({ kind }) => kind === 'symptom')?.id ?? '';
  const withSpread = (min: number, max: number) => ({
    ...team,
    answers: [{ item: symptom, rev: 1, state: 'level' as const, level: 1, spread: { n: 3, min, max } }],
  });
  const peopleAt = (min: number, max: number) =>
    report(withSpread(min, max), pack).sheet.find(({ item }) => item === symptom)?.people;
  expect(peopleAt(0, 3)).toEqual({ min: 1, max: 4 });
  expect(peopleAt(1, 1)).toBeNull();
});

test('tryLines(lines) moves the lines that are tried, keeps the order, and keeps the earlier positions', () => {
  const [team] = teams;
  if (!team) throw new Error('a team is needed');
  const { sheet } = report(team, pack);
  const low = sheet.find(({ column, position }) => column !== 'symptoms' && position !== null && position < 4);
  if (!low) throw new Error('the team has no practice to improve');
  const tried = tryLines(sheet, new Map([[low.item, 4]]), itemOf);
  expect(tried.map(({ item }) => item)).toEqual(sheet.map(({ item }) => item));
  expect(tried.find(({ item }) => item === low.item)).toMatchObject({
    position: 4,
    before: low.position,
    isLow: false,
  });
  expect(tried.filter((line, index) => line !== sheet[index])).toHaveLength(1);
});
