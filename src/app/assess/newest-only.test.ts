import { expect, test } from 'vitest';
import { newestOnly } from './newest-only.ts';

/** Loads that are settled by hand, in any order. */
function pending() {
  const loads: PromiseWithResolvers<string>[] = [];
  const shown: string[] = [];
  const next = newestOnly(
    () => {
      const load = Promise.withResolvers<string>();
      loads.push(load);
      return load.promise;
    },
    (value) => shown.push(value),
  );
  return { loads, shown, next };
}

test('only the newest value is shown, in whichever order they arrive', async () => {
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ]) {
    const { loads, shown, next } = pending();
    const runs = [next(), next(), next()];
    for (const index of order) loads[index]?.resolve(`value ${index}`);
    await Promise.all(runs);
    expect(shown).toEqual(['value 2']);
  }
});

test('an earlier call resolves once the newest value is shown, so that what follows finds it', async () => {
  const { loads, shown, next } = pending();
  const first = next().then(() => [...shown]);
  const second = next();
  loads[0]?.resolve('old');
  loads[1]?.resolve('new');
  await second;
  expect(await first).toEqual(['new']);
});

test('after a value that cannot be loaded, the next is shown', async () => {
  const { loads, shown, next } = pending();
  const [first, second] = [next(), next()];
  loads[0]?.resolve('old');
  loads[1]?.reject(new Error('no network'));
  await expect(Promise.all([first, second])).rejects.toThrow('no network');
  const third = next();
  loads[2]?.resolve('new');
  await third;
  expect(shown).toEqual(['new']);
});
