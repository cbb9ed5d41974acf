import { expect, test } from 'vitest';
import { readSegments, transcriptGeometry } from '../../src/viz/transcripts.ts';
import { triangleGeometry } from '../../src/viz/triangle.ts';

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
