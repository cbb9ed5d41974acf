import { expect, test } from 'vitest';
import { profileGeometry } from '../../src/viz/profile-rows.ts';

const cuts = [
  { word: 'gap', from: 0 },
  { word: 'mixed', from: 0.45 },
  { word: 'strong', from: 0.65 },
];
const size = { width: 228, row: 40 };
const value = (point: number | null, low: number | null, high: number | null) => ({ id: 'v', point, low, high });

test('profileGeometry(values) puts 0 and 100 inside the drawing, with room for the dot', () => {
  const { rows } = profileGeometry([value(0, 0, 0), value(1, 1, 1), value(0.5, 0.5, 0.5)], cuts, size);
  expect(rows.map(({ dot }) => dot)).toEqual([14, 214, 114]);
});

test('profileGeometry(values) draws the band from low to high, in the middle of its row', () => {
  const { rows } = profileGeometry([value(0.5, 0.25, 0.75), value(0.5, 0, 1)], cuts, size);
  expect(rows.map(({ y, bandPath }) => [y, bandPath])).toEqual([
    [20, 'M64,20L164,20'],
    [60, 'M14,60L214,60'],
  ]);
});

test('profileGeometry(values) leaves out a dot or a band that is null', () => {
  const { rows } = profileGeometry([value(null, 0, 1), value(null, null, null)], cuts, size);
  expect(rows.map(({ dot }) => dot)).toEqual([null, null]);
  expect(rows.map(({ bandPath }) => bandPath === null)).toEqual([false, true]);
});

test('profileGeometry(values) has zones that meet, and ticks where words change', () => {
  const { zones, ticks } = profileGeometry([], cuts, size);
  expect(zones.map(({ from, to }) => [from, to])).toEqual([
    [14, 104],
    [104, 144],
    [144, 214],
  ]);
  expect(ticks.map(({ label }) => label)).toEqual(['0', '45', '65', '100']);
});
