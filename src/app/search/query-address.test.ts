import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../core/model/result.ts';
import { pushQuery, replaceQuery } from '../platform/browser.ts';
import { QueryAddress } from './query-address.ts';

vi.mock('../platform/browser.ts', () => ({ pushQuery: vi.fn(), replaceQuery: vi.fn() }));
const replaced = () => vi.mocked(replaceQuery).mock.calls.flat();
const pushed = () => vi.mocked(pushQuery).mock.calls.flat();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  vi.mocked(replaceQuery).mockReturnValue(success(undefined));
});
afterEach(() => vi.useRealTimers());

test('a key held for ten seconds changes the address a few times a second, at last to all that was typed', () => {
  const address = new QueryAddress();
  for (let press = 1; press <= 300; press += 1) {
    address.write(`q=${'a'.repeat(press)}`, false);
    vi.advanceTimersByTime(33);
  }
  vi.runAllTimers();
  expect(replaced()[0]).toBe('q=a');
  expect(replaced().at(-1)).toBe(`q=${'a'.repeat(300)}`);
  expect(replaced().length).toBeLessThan(50);
});

test('a step of the history comes after what was typed before it, and what waits does not follow it', () => {
  const address = new QueryAddress();
  for (const query of ['q=d', 'q=dr', 'q=dri']) address.write(query, false);
  address.write('q=dri&kind=pain', true);
  vi.runAllTimers();
  expect(replaced()).toEqual(['q=d', 'q=dri']);
  expect(pushed()).toEqual(['q=dri&kind=pain']);
});

test('after going back, what was typed before does not come into the address', () => {
  const address = new QueryAddress();
  for (const query of ['q=d', 'q=dr']) address.write(query, false);
  address.discard();
  vi.runAllTimers();
  expect(replaced()).toEqual(['q=d']);
});

test('a change that the browser refuses is made as soon as it may be', () => {
  const address = new QueryAddress();
  vi.mocked(replaceQuery).mockReturnValue(failure('SecurityError'));
  address.write('q=d', false);
  vi.advanceTimersByTime(1000);
  address.write('q=dr', false);
  vi.mocked(replaceQuery).mockClear().mockReturnValue(success(undefined));
  vi.runAllTimers();
  expect(replaced()).toEqual(['q=dr']);
});
