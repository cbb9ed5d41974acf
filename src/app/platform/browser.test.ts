import { afterEach, expect, test, vi } from 'vitest';
import { clearFragment, doOnce, fragment, pushPath, replacePath, withStorageLock } from './browser.ts';

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
  vi.useFakeTimers();
  const done: string[] = [];
  const press = (what: string) => doOnce(what, () => done.push(what));
  await Promise.all(['copy a', 'copy a', 'copy b', 'save a'].map(press));
  expect(done).toEqual(['copy a', 'copy b', 'save a']);
  vi.advanceTimersByTime(900);
  await press('copy a');
  expect(done).toHaveLength(3);
  vi.advanceTimersByTime(200);
  await press('copy a');
  expect(done).toHaveLength(4);
});

test('doOnce(what, action) ignores presses for as long as the first loads, and a second more', async () => {
  vi.useFakeTimers();
  const script = new EventTarget();
  const load = vi.fn(() => new Promise((resolve) => script.addEventListener('load', resolve)));
  const first = doOnce('again', load);
  for (const wait of [1500, 9000]) {
    vi.advanceTimersByTime(wait);
    void doOnce('again', load);
  }
  script.dispatchEvent(new Event('load'));
  await first;
  void doOnce('again', load);
  expect(load).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1500);
  void doOnce('again', load);
  expect(load).toHaveBeenCalledTimes(2);
});

test('doOnce(what, action) rejects if the action fails, and then the next press counts', async () => {
  vi.useFakeTimers();
  const act = vi.fn(async () => 'done').mockRejectedValueOnce(new Error('offline'));
  await expect(doOnce('save', act)).rejects.toThrow('offline');
  vi.advanceTimersByTime(10);
  await doOnce('save', act);
  expect(act).toHaveBeenCalledTimes(2);
});

test('no change of the address throws if the browser refuses it', () => {
  const refuse = vi.fn(() => {
    throw new DOMException('more than 100 times per 10 seconds', 'SecurityError');
  });
  vi.stubGlobal('history', { pushState: refuse, replaceState: refuse });
  vi.stubGlobal('location', { pathname: '/entries/', search: '' });
  for (const change of [clearFragment, () => replacePath('/a/'), () => pushPath('/b/')])
    expect(change()).toEqual({ ok: false, problems: ['SecurityError'] });
  expect(refuse).toHaveBeenCalledTimes(3);
});
