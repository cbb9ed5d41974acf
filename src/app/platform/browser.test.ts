import { afterEach, expect, test, vi } from 'vitest';
import { doOnce, fragment, withStorageLock } from './browser.ts';

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

test('doOnce(what, action) ignores the second press of a double press', async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const done: string[] = [];
  const press = (what: string) => doOnce(what, () => done.push(what));
  await Promise.all(['copy a', 'copy a', 'copy b', 'save a'].map(press));
  expect(done).toEqual(['copy a', 'copy b', 'save a']);
  await press('copy a');
  vi.setSystemTime(1_002_000);
  await press('copy a');
  vi.setSystemTime(0); // the clock was set back
  await press('copy a');
  expect(done).toEqual(['copy a', 'copy b', 'save a', 'copy a', 'copy a']);
});

test('doOnce(what, action) ignores presses for as long as the first loads, and a second more', async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const script = new EventTarget();
  const load = vi.fn(() => new Promise((resolve) => script.addEventListener('load', resolve)));
  const first = doOnce('again', load);
  for (const time of [1_001_500, 1_009_000]) {
    vi.setSystemTime(time);
    await doOnce('again', load);
  }
  script.dispatchEvent(new Event('load'));
  await first;
  await doOnce('again', load);
  expect(load).toHaveBeenCalledTimes(1);
  vi.setSystemTime(1_010_500);
  void doOnce('again', load);
  expect(load).toHaveBeenCalledTimes(2);
});

test('doOnce(what, action) rejects if the action fails, and then the next press counts', async () => {
  const act = vi.fn(async () => 'done').mockRejectedValueOnce(new Error('offline'));
  await expect(doOnce('save', act)).rejects.toThrow('offline');
  await doOnce('save', act);
  expect(act).toHaveBeenCalledTimes(2);
});
