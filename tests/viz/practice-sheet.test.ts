import { describe, expect, test } from 'vitest';
import type { SheetLine } from '../../src/core/report/sheet-lines.ts';
import { type SheetContent, sheetGeometry } from '../../src/viz/practice-sheet.ts';
import { sheetLayouts } from '../../src/viz/sheet-grid.ts';

const line = (item: string, part: Partial<SheetLine> = {}): SheetLine => ({
  item,
  column: 'velocity',
  stage: 'experimentation',
  state: 'level',
  position: 2,
  isLow: false,
  people: null,
  before: null,
  proof: null,
  move: null,
  ...part,
});
const column = (id: SheetLine['column'], point: number | null = null) => ({
  id,
  point,
  low: point,
  high: point,
  note: 'strong',
});
const content = (part: Partial<SheetContent>): SheetContent => ({
  columns: [column('velocity'), column('validation'), column('versioning'), column('symptoms')],
  stages: ['experimentation', 'monitoring-response'],
  lines: [],
  tensions: [],
  cuts: [0.45, 0.65],
  ...part,
});
const layout = sheetLayouts.wide;
const placed = (part: Partial<SheetContent>) => sheetGeometry(content(part), layout);

test('a drawing with four columns is as wide as the text area of a page', () => {
  expect(placed({}).width).toBe(1072);
});

test('dots are placed at five equal steps, with trouble on the left', () => {
  const lines = [0, 1, 2, 3, 4].map((position) => line(`practice-${position}`, { position }));
  const dots = placed({ lines }).lines.map(({ dot }) => dot ?? 0);
  const steps = dots.slice(1).map((dot, index) => dot - (dots[index] ?? 0));
  expect(new Set(steps)).toEqual(new Set([layout.step]));
});

test('a note that is too long for its column takes a second line, and all heads grow by it', () => {
  const [first, ...others] = content({}).columns;
  const note = 'leaning mixed, with an exception, band 50 to 67';
  const long = placed({ columns: [{ ...column('velocity'), ...first, note }, ...others] });
  expect(long.heads[0]?.noteLines.join(' ')).toBe(note);
  expect(long.heads.map(({ noteLines }) => noteLines.length)).toEqual([2, 1, 1, 1]);
  expect(long.headHeight).toBe(layout.head + layout.noteLine);
  expect(long.heads.map(({ bandY }) => bandY)).toEqual(placed({}).heads.map(({ bandY }) => bandY + layout.noteLine));
  expect(long.height).toBe(placed({}).height + layout.noteLine);
});

test('lines of one column keep their order and never share a height', () => {
  const lines = ['b', 'a', 'c'].map((item) => line(item));
  const { lines: drawn } = placed({ lines });
  expect(drawn.map(({ item }) => item)).toEqual(['b', 'a', 'c']);
  expect(drawn.map(({ y }) => y)).toEqual(drawn.map(({ y }) => y).toSorted((a, b) => a - b));
  expect(new Set(drawn.map(({ y }) => y)).size).toBe(3);
});

test('every stage has the height of its longest column, and lists its empty cells', () => {
  const lines = [line('a'), line('b'), line('c', { column: 'validation' })];
  const [first, second] = placed({ lines }).stages;
  expect((second?.ruleY ?? 0) - (first?.ruleY ?? 0)).toBe(layout.stageName + 2 * layout.row + layout.stageEnd);
  expect(first?.empty.map(({ column: id }) => id)).toEqual(['versioning', 'symptoms']);
  expect(second?.empty).toHaveLength(4);
});

describe('moves', () => {
  const move = (position: number | null, to: number | null) =>
    placed({ lines: [line('a', { position, move: { place: 1, position: to } })] }).lines[0];

  test('an arrow leads from the answer to the goal', () => {
    const drawn = move(1, 3);
    expect(drawn?.arrow).toEqual({ from: drawn?.steps[1], to: drawn?.steps[3] });
    expect(drawn?.number).toBe(drawn?.steps[1]);
  });

  test('a "find out" move has its number left of the five positions and no arrow', () => {
    const drawn = move(null, null);
    expect(drawn).toMatchObject({ arrow: null, dot: null });
    expect(drawn?.number).toBeLessThan(drawn?.steps[0] ?? 0);
  });

  test('a goal no higher than the answer has no arrow', () => {
    expect(move(3, 3)?.arrow).toBeNull();
  });
});

test('a column head shows score, band and cuts on one scale as wide as its column', () => {
  const { heads } = placed({ columns: [{ ...column('velocity', 0.5), low: 0, high: 1 }] });
  expect(heads[0]).toMatchObject({
    dot: layout.columnWidth / 2,
    band: { from: 0, to: layout.columnWidth },
    cuts: [0.45 * layout.columnWidth, 0.65 * layout.columnWidth],
  });
});

test('a column without a score has neither dot nor band', () => {
  expect(placed({}).heads[0]).toMatchObject({ dot: null, band: null });
});

describe('tensions', () => {
  const lines = [
    line('low', { column: 'velocity', position: 0 }),
    ...['a', 'b', 'c'].map((item) => line(item, { column: 'validation', position: 0 })),
    line('high', { column: 'validation', position: 4 }),
  ];
  const tensions = [{ id: 't', letter: 'A', high: 'high', low: 'low' }];
  /** The points of a path of lines and arcs. */
  const pointsOf = (path: string): [number, number][] =>
    [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)(?=[A-Z]|$)/g)].map(([, x, y]) => [Number(x), Number(y)]);

  test('the line begins and ends at its two dots', () => {
    const drawing = placed({ lines, tensions });
    const at = (item: string) => drawing.lines.find((each) => each.item === item);
    const points = pointsOf(drawing.tensions[0]?.path ?? '');
    expect(points[0]).toEqual([at('high')?.dot, at('high')?.y]);
    expect(points.at(-1)).toEqual([at('low')?.dot, at('low')?.y]);
  });

  test('the line crosses no title: it runs between sheet lines or in the free space between columns', () => {
    const drawing = placed({ lines, tensions });
    const points = pointsOf(drawing.tensions[0]?.path ?? '');
    const textHeight = 12;
    const crossed = drawing.lines.filter(({ x, y, steps }) => {
      const titleEnd = (steps[0] ?? 0) - 8;
      return points.some(([px, py], index) => {
        const [nx, ny] = points[index + 1] ?? [px, py];
        const isBeside = Math.max(px, nx) < x || Math.min(px, nx) > titleEnd;
        const isApart = Math.max(py, ny) < y - textHeight / 2 || Math.min(py, ny) > y + textHeight / 2;
        return !isBeside && !isApart;
      });
    });
    expect(crossed.map(({ item }) => item)).toEqual([]);
  });

  test('a tension is drawn only if both practices have an answer on the sheet', () => {
    const without = lines.map((each) => (each.item === 'low' ? { ...each, position: null } : each));
    expect(placed({ lines: without, tensions }).tensions).toEqual([]);
    expect(placed({ lines, tensions: [{ id: 't', letter: 'A', high: 'high', low: 'elsewhere' }] }).tensions).toEqual(
      [],
    );
  });

  test('a tension keeps its letter where an earlier one is not drawn', () => {
    const [first] = tensions;
    if (!first) throw new Error('there is no tension');
    const hidden = { id: 'hidden', letter: 'A', high: 'high', low: 'elsewhere' };
    const drawn = placed({ lines, tensions: [hidden, { ...first, letter: 'B' }] }).tensions;
    expect(drawn.map(({ letter }) => letter)).toEqual(['B']);
  });

  test('the letters of tensions never overlap', () => {
    const many = ['a', 'b', 'c', 'high'].map((high) => ({ id: `to-${high}`, letter: high, high, low: 'low' }));
    const labels = placed({ lines, tensions: many }).tensions.map(({ label }) => label);
    expect(labels).toHaveLength(4);
    const { columnWidth, gutter } = layout;
    for (const { x } of labels) expect(x % (columnWidth + gutter)).toBe(columnWidth + gutter / 2);
    labels.forEach((label, index) => {
      for (const other of labels.slice(index + 1))
        expect(Math.hypot(label.x - other.x, label.y - other.y)).toBeGreaterThanOrEqual(14);
    });
  });
});
