import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitesGeometry } from '../../src/viz/bites.ts';
import { mapGeometry } from '../../src/viz/map.ts';
import { readSegments, transcriptGeometry } from '../../src/viz/transcripts.ts';
import { triangleGeometry } from '../../src/viz/triangle.ts';

const size = {
  row: 20,
  groupGap: 10,
  top: 30,
  columns: [
    { x: 50, width: 100 },
    { x: 300, width: 100 },
  ],
};
const nodes = [
  { id: 'a', column: 0, group: 'one' },
  { id: 'b', column: 0, group: 'one' },
  { id: 'c', column: 0, group: 'two' },
  { id: 'x', column: 1, group: 'three' },
  { id: 'y', column: 1, group: 'three' },
];
const edges = [
  { from: 'a', to: 'y', kind: 'eases' },
  { from: 'b', to: 'x', kind: 'eases' },
  { from: 'a', to: 'b', kind: 'builds-on' },
];

test('mapGeometry places every node once, without overlap, groups together', () => {
  const { nodes: placed } = mapGeometry(nodes, edges, size);
  expect(placed.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c', 'x', 'y']);
  for (const column of [0, 1]) {
    const heights = placed
      .filter((node) => node.column === column)
      .map(({ y }) => y)
      .toSorted((p, q) => p - q);
    for (let index = 1; index < heights.length; index += 1)
      expect((heights[index] ?? 0) - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(size.row);
  }
  const y = (id: string) => placed.find((node) => node.id === id)?.y ?? 0;
  expect(Math.max(y('a'), y('b'))).toBeLessThan(y('c'));
});

test('mapGeometry sorts related entries the same way in both columns', () => {
  const { nodes: placed } = mapGeometry(nodes, edges, size);
  const y = (id: string) => placed.find((node) => node.id === id)?.y ?? 0;
  expect(Math.sign(y('a') - y('b'))).toBe(Math.sign(y('y') - y('x')));
});

test('mapGeometry gives the same picture whatever order relations come in', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(edges, { minLength: edges.length }), (shuffled) => {
      const placeWith = (list: typeof edges) => mapGeometry(nodes, list, size).nodes;
      expect(placeWith(shuffled)).toEqual(placeWith(edges));
    }),
  );
});

test('mapGeometry draws every edge', () => {
  for (const { path } of mapGeometry(nodes, edges, size).edges) expect(path).toMatch(/^M[\d.,-]+C/);
});

test('readSegments and transcriptGeometry keep every number and add them up', () => {
  const segments = readSegments(
    'participant,segment,code_frequency,dominant_theme\nP1,1,0,\nP1,2,4,Tasks\nP2,1,6,Bugs\nP2,3,2,Tasks\n',
  );
  const drawing = transcriptGeometry(segments, ['Tasks', 'Bugs'], { cell: 10, left: 20, gap: 2, bar: 10 });
  expect(drawing.rows.map(({ participant }) => participant)).toEqual(['P1', 'P2']);
  expect(drawing.cells).toHaveLength(4);
  expect(drawing.totals.map(({ theme, sum }) => [theme, sum])).toEqual([
    ['Tasks', 6],
    ['Bugs', 6],
  ]);
  const [first, second] = drawing.totals;
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0);
  expect(drawing.cells.every(({ x }) => x + drawing.cell <= drawing.width)).toBe(true);
});

test('triangleGeometry draws a line only if a claim supports it', () => {
  const drawing = triangleGeometry(
    ['v', 'w', 'x'],
    [
      { between: ['v', 'w'], tensions: 2, synergies: 0 },
      { between: ['v', 'x'], tensions: 0, synergies: 1 },
    ],
    { width: 400, height: 300, margin: 40, corner: 20, gap: 20, tooth: 4 },
  );
  const [first, second] = drawing.sides;
  expect([first?.tensionPath !== '', first?.synergyPath]).toEqual([true, '']);
  expect([second?.tensionPath, second?.synergyPath !== '']).toEqual(['', true]);
  expect(first?.tensionLabel.y).toBeLessThan(40); // above the upper side
  expect(second?.synergyLabel.anchor).toBe('start'); // to the right of the left side
});

test('bitesGeometry marks the stages and layers of an entry, and all layers if it names none', () => {
  const hitsOf = (stages: string[], layers: string[]) =>
    bitesGeometry(['s', 't'], ['k', 'l'], { stages, layers }, { cell: { width: 10, height: 5 }, gap: 1 })
      .cells.filter(({ isHit }) => isHit)
      .map(({ stage, layer }) => stage + layer);
  expect(hitsOf(['t'], ['k'])).toEqual(['tk']);
  expect(hitsOf(['t'], [])).toEqual(['tk', 'tl']);
  expect(hitsOf([], [])).toEqual([]);
});
