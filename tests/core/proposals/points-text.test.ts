import { expect, test } from 'vitest';
import { t } from '../../../src/build/strings.ts';
import { pointsText } from '../../../src/core/proposals/points-text.ts';

test.each([
  [{ min: 0, max: 0 }, 'Points to the 1st answer.'],
  [{ min: 1, max: 2 }, 'Points to the 2nd or 3rd answer.'],
  [{ min: 2, max: 4 }, 'Points to an answer from the 3rd to the 5th.'],
  [undefined, ''],
])('a reason that points to %j reads "%s"', (points, text) => {
  expect(pointsText(points ? { points } : {}, t)).toBe(text);
});
