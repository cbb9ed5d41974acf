import { beforeEach, expect, test, vi } from 'vitest';
import { fetchData, loadStyles } from './data-files.ts';
import { lazy } from './lazy.ts';

vi.mock('./data-files.ts', () => ({ fetchData: vi.fn(), loadStyles: vi.fn() }));
beforeEach(() => {
  vi.mocked(fetchData).mockReset().mockResolvedValue({ strings: {} });
  vi.mocked(loadStyles).mockReset().mockResolvedValue();
});

test('a part loads its module, sentences and styles together, once', async () => {
  const module = vi.fn(async () => 'the module');
  const load = lazy({ module, strings: 'drafts', styles: ['start'] });
  expect(module).not.toHaveBeenCalled();
  expect(await Promise.all([load(), load()])).toEqual(['the module', 'the module']);
  expect(load()).toBe(load());
  expect(module).toHaveBeenCalledTimes(1);
  expect(vi.mocked(fetchData).mock.calls).toEqual([['drafts']]);
  expect(vi.mocked(loadStyles).mock.calls).toEqual([['start']]);
});

test('a part without sentences and styles loads only its module', async () => {
  expect(await lazy({ module: async () => 1 })()).toBe(1);
  expect(fetchData).not.toHaveBeenCalled();
  expect(loadStyles).not.toHaveBeenCalled();
});

test('after a failure of the module or the sentences, the next call loads again', async () => {
  const module = vi.fn(async () => 2).mockRejectedValueOnce(new Error('offline'));
  const load = lazy({ module, strings: 'drafts' });
  await expect(load()).rejects.toThrow('offline');
  vi.mocked(fetchData).mockRejectedValueOnce(new Error('no file'));
  await expect(load()).rejects.toThrow('no file');
  expect(await load()).toBe(2);
});
