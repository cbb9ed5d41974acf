import { expect, test } from 'vitest';
import { randomFrom } from '../../src/core/reliability/bootstrap.ts';
import { ActChooser } from '../support/act-chooser.ts';

const shares = { often: 80, sometimes: 19, rarely: 0.9, hardly: 0.1 };

/** Takes steps in which every act finds something to do, except every second one with the name `failing`. */
function choose(seed: number, steps: number, failing = '') {
  const chooser = new ActChooser(shares, randomFrom(seed));
  const names = Array.from({ length: steps }, (_, step) => {
    const name = chooser.next();
    if (name !== failing || step % 2 === 0) chooser.count(name);
    return name;
  });
  return { names, times: chooser.times };
}

test('250 steps do every act at least four times, whatever the seed, even one that often finds nothing to do', () => {
  for (let seed = 0; seed < 200; seed += 1)
    for (const failing of ['', 'hardly'])
      expect(Math.min(...choose(seed, 250, failing).times.values()), `seed ${seed} ${failing}`).toBeGreaterThanOrEqual(
        4,
      );
});

test('an act that never finds anything to do does not keep others from being done', () => {
  const chooser = new ActChooser(shares, randomFrom(1));
  for (let step = 0; step < 250; step += 1) {
    const name = chooser.next();
    if (name !== 'hardly') chooser.count(name);
  }
  expect(chooser.times.get('hardly')).toBe(0);
  expect(chooser.times.get('rarely')).toBeGreaterThanOrEqual(4);
});

test('the shares decide otherwise, the seed decides the order, and every act is counted', () => {
  const { names, times } = choose(1, 1000);
  expect(times.get('often')).toBeGreaterThan(700);
  expect(times.get('sometimes')).toBeGreaterThan(120);
  for (const [name, count] of times) expect(names.filter((each) => each === name)).toHaveLength(count);
  expect(choose(1, 1000).names).toEqual(names);
  expect(choose(2, 1000).names).not.toEqual(names);
});
