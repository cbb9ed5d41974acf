import { afterEach, expect, test, vi } from 'vitest';
import { fragment, isSecondPress, withStorageLock } from './browser.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('fragment() decodes what follows the "#", and never throws if decoding fails', () => {
  const hashes = ['', '#', '#plan', '#caf%C3%A9', '#%', '#50%', '#%E0%A4%A', '#a%ZZ', '##', '#%25'];
  const fragments = hashes.map((hash) => {
    vi.stubGlobal('location', { hash });
    return fragment();
  });
  expect(fragments).toEqual(['', '', 'plan', 'café', '%', '50%', '%E0%A4%A', 'a%ZZ', '#', '%']);
});

test('withStorageLock(work) does the work even if another tab never releases the lock', async () => {
  vi.useFakeTimers();
  const request = (_name: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  vi.stubGlobal('navigator', { locks: { request } });
  const work = vi.fn();
  const working = withStorageLock(work);
  expect(work).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  await working;
  expect(work).toHaveBeenCalledTimes(1);
});

test('isSecondPress(what) detects the second press of a double press', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  expect(['copy a', 'copy a', 'copy b', 'save a'].map(isSecondPress)).toEqual([false, true, false, false]);
  vi.setSystemTime(1_002_000);
  expect(isSecondPress('copy a')).toBe(false);
  vi.setSystemTime(0); // the clock was set back
  expect(isSecondPress('copy a')).toBe(false);
});
