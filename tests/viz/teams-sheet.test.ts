import { expect, test } from 'vitest';
import type { TeamsLine } from '../../src/core/rollup/teams-sheet.ts';
import { type TeamsSheetContent, teamsLayouts, teamsSheetGeometry } from '../../src/viz/teams-sheet.ts';

const line = (item: string, part: Partial<TeamsLine> = {}): TeamsLine => ({
  item,
  column: 'velocity',
  stage: 'experimentation',
  teams: [1, 2, 0, 4, 8],
  known: 15,
  unknown: 0,
  na: 0,
  hurtsMost: false,
  ...part,
});
const column = (id: TeamsLine['column'], points: number[] = []) => ({ id, points });
const placed = (part: Partial<TeamsSheetContent>, layout: keyof typeof teamsLayouts = 'wide') =>
  teamsSheetGeometry(
    {
      columns: [column('velocity'), column('validation'), column('versioning'), column('symptoms')],
      stages: ['experimentation'],
      lines: [],
      cuts: [0.45, 0.65],
      ...part,
    },
    teamsLayouts[layout],
  );

test('the sheet of many teams is as wide as that of one team', () => {
  expect(placed({}).width).toBe(1072);
});

test('each position with teams has a bar on it; heights are in proportion, over all lines', () => {
  const { lines, highest } = placed({ lines: [line('a'), line('b', { teams: [4, 0, 0, 0, 0] })] });
  const [a, b] = lines;
  expect(highest).toBe(8);
  expect(a?.bars.map(({ x, width }) => x + width / 2)).toEqual([0, 1, 3, 4].map((position) => a?.steps[position]));
  const [, two, four, eight] = (a?.bars ?? []).map(({ height }) => height);
  expect([(four ?? 0) / (two ?? 1), (eight ?? 0) / (two ?? 1)]).toEqual([2, 4]);
  expect(b?.bars.map(({ height }) => height)).toEqual([four]);
});

for (const layout of ['wide', 'single'] as const)
  test(`${layout}: no bar leaves its line or its column, or touches another`, () => {
    const lines = ['velocity', 'validation'].flatMap((id) =>
      ['a', 'b'].map((item) =>
        line(`${id} ${item}`, { column: id as TeamsLine['column'], teams: [9, 9, 9, 9, 9], unknown: 9, na: 9 }),
      ),
    );
    const { lines: drawn, stages } = placed({ lines }, layout);
    const { row, columnWidth, gutter } = teamsLayouts[layout];
    for (const { x, y, bars, unknownBar, naBar } of drawn) {
      const all = [...bars, unknownBar, naBar].flatMap((bar) => bar ?? []);
      expect(all).toHaveLength(7);
      all.slice(1).forEach((bar, index) => {
        expect(bar.x).toBeGreaterThan((all[index]?.x ?? 0) + bar.width);
      });
      expect((all.at(-1)?.x ?? 0) + (all.at(-1)?.width ?? 0)).toBeLessThan(x + columnWidth + gutter);
      for (const bar of all) {
        expect(bar.y).toBeGreaterThan(Math.max(stages[0]?.nameY ?? 0, y - row + 3));
        expect(bar.y + bar.height).toBeLessThan(y + row / 2);
      }
    }
  });

test('one team among a thousand can still be seen', () => {
  const [bar] = placed({ lines: [line('a', { teams: [1, 0, 0, 0, 999] })] }).lines[0]?.bars ?? [];
  expect(bar?.height).toBeGreaterThanOrEqual(1);
});

test('counts that are left out have no bars, and a sheet without answers has none', () => {
  const hidden = placed({ lines: [line('a', { teams: null, known: 2, unknown: 3 })] }).lines[0];
  expect(hidden?.bars).toEqual([]);
  expect(hidden?.unknownBar?.height).toBeGreaterThan(0);
  const empty = placed({ lines: [line('a', { teams: [0, 0, 0, 0, 0], known: 0 })] });
  expect(empty.lines[0]).toMatchObject({ bars: [], unknownBar: null, naBar: null });
  expect(empty.highest).toBe(0);
});

test('a tick for each score, from 0 at the left end of the column to 100 at the right', () => {
  const [head] = placed({ columns: [column('velocity', [0, 50, 50, 100])] }).heads;
  expect(head?.ticks).toEqual([0, teamsLayouts.wide.columnWidth / 2, teamsLayouts.wide.columnWidth]);
});
