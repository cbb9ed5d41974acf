import { expect, test } from 'vitest';
import { runSteps, type Steps } from '../../../src/core/model/steps.ts';

test('runSteps() runs every step and returns what the last one makes', () => {
  const done: number[] = [];
  function* count(): Steps<string> {
    done.push(1);
    yield;
    done.push(2);
    yield;
    return 'made';
  }
  expect(runSteps(count())).toBe('made');
  expect(done).toEqual([1, 2]);
});
