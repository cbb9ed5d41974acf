import { expect, test } from 'vitest';
import { progressTicks, type TickState } from '../../src/viz/progress-ticks.ts';

const question = (stage: string, state: TickState) => ({ stage, state });
/** The edges and heights of the boxes in the data of a path, each of which starts from the one before. */
function boxes(path: string) {
  let [left, top] = [0, 0];
  return [...path.matchAll(/m([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-\3z/g)].map(([, x, y, width, height]) => {
    [left, top] = [left + Number(x), top + Number(y)];
    return { left, right: left + Number(width), top, height: Number(height) };
  });
}

test('each question has one tick, in order, and none overlaps another', () => {
  const states: TickState[] = ['answered', 'open', 'unknown', 'answered', 'open'];
  const { outlines, width } = progressTicks(
    states.map((state, index) => question(index < 3 ? 'a' : 'b', state)),
    0,
  );
  const all = (['answered', 'unknown', 'open'] as const).flatMap((state) =>
    boxes(outlines[state]).map((each) => ({ ...each, state })),
  );
  const sorted = all.toSorted((one, other) => one.left - other.left);
  expect(sorted.map(({ state }) => state)).toEqual(states);
  const gaps = sorted.slice(1).map(({ left }, index) => left - (sorted[index]?.right ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  expect(gaps.indexOf(Math.max(...gaps)), 'the widest gap is between the stages').toBe(2);
  expect(gaps.filter((gap) => gap === Math.max(...gaps))).toHaveLength(1);
  expect(sorted[0]?.left).toBe(0);
  expect(sorted.at(-1)?.right).toBeLessThanOrEqual(width);
});

test('many ticks fill the line; few are no wider than those of a quick check', () => {
  const all = Array.from({ length: 15 }, () => question('a', 'open'));
  const [few, quick, full] = [all.slice(0, 2), all, [...all, ...all]].map((questions) => progressTicks(questions, 0));
  expect(few?.width).toBe(quick?.width);
  expect(boxes(full?.outlines.open ?? '').at(-1)?.right).toBe(full?.width);
});

test('an open question has a shorter tick than an answered one; the current question has a line below', () => {
  const { outlines, current, height } = progressTicks([question('a', 'answered'), question('a', 'open')], 1);
  const [answered, open, line] = [outlines.answered, outlines.open, current].map((path) => boxes(path)[0]);
  expect(open?.height).toBeLessThan((answered?.height ?? 0) / 2);
  expect(line?.left).toBe(open?.left);
  expect(line?.top).toBeGreaterThan((open?.top ?? 0) + (open?.height ?? 0));
  expect((line?.top ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(height);
});

test('without questions there are no ticks, and without a current question no line', () => {
  expect(progressTicks([], 0)).toMatchObject({ outlines: { answered: '', unknown: '', open: '' }, current: '' });
  expect(progressTicks([question('a', 'open')], 5).current).toBe('');
});
