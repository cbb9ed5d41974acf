import { expect, test } from 'vitest';
import { runSlices, type Slices } from '../../../src/core/model/slices.ts';

test('runSlices() runs every slice and returns the result of the last', () => {
  const done: number[] = [];
  function* count(): Slices<string> {
    done.push(1);
    yield;
    done.push(2);
    yield;
    return 'made';
  }
  expect(runSlices(count())).toBe('made');
  expect(done).toEqual([1, 2]);
});
