import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fewer } from '../../../tests/support/runs.ts';
import { answersLost } from '../../../tests/support/two-sessions.ts';
import type { PackOutline } from '../../core/model/pack.ts';

const pack: PackOutline = JSON.parse(readFileSync('tests/fixtures/released/pack-1.0.0.json', 'utf8'));

// `npm run fuzz` tries more orders.
test('two tabs lose no answer in any order of steps, failures and crashes', async () => {
  for (let seed = 1; seed <= fewer(220); seed += 1) {
    expect({ seed, lost: await answersLost(pack, seed) }).toEqual({ seed, lost: [] });
  }
});
