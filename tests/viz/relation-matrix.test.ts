import { expect, test } from 'vitest';
import { matrixGeometry } from '../../src/viz/relation-matrix.ts';

const links = [
  { from: 'a', to: 'c', kind: 'eases' },
  { from: 'b', to: 'c', kind: 'worsens' },
  { from: 'c', to: 'a', kind: 'calls-for' },
  { from: 'c', to: 'unknown', kind: 'eases' },
];

test('matrixGeometry(ids, links) puts each relation in the row of its subject and the column of its object', () => {
  const { cells, rows, columns, width, height } = matrixGeometry(['a', 'b', 'c', 'd'], links, { cell: 10, names: 100 });
  expect(rows).toEqual([
    { id: 'a', y: 105 },
    { id: 'b', y: 115 },
    { id: 'c', y: 125 },
  ]);
  expect(columns).toEqual([
    { id: 'a', x: 105 },
    { id: 'c', x: 115 },
  ]);
  expect(cells.map(({ from, to, x, y }) => [from + to, x, y])).toEqual([
    ['ac', 115, 105],
    ['bc', 115, 115],
    ['ca', 105, 125],
  ]);
  expect([width, height]).toEqual([120, 130]);
});
