import { expect, test } from '@playwright/test';
import { openState } from '../support/page-states.ts';
import { states } from './states.ts';

// What a screen reader meets, in order, kept in tests/fixtures/aria for a person to read.
// After an intended change, run the browser tests of this file with --update-snapshots and read the difference aloud.

const read = {
  question: { state: 'question', part: 'body' },
  check: { state: 'check', part: 'main' },
  report: { state: 'report, full', part: 'main' },
  'share-dialog': { state: 'report, share dialog', part: 'dialog.share' },
  'start-three-kept': { state: 'start, three kept', part: 'main' },
};

for (const [name, { state, part }] of Object.entries(read)) {
  test(`${state} reads aloud as in its fixture`, async ({ page }) => {
    await page.clock.setFixedTime('2026-11-23T10:00:00Z');
    const found = states.find((each) => each.name === state);
    if (!found) throw new Error(`tests/browser/states.ts has no state "${state}"`);
    await openState(page, found);
    const tree = await page.locator(part).ariaSnapshot();
    // The address of this copy, its version and the code of a link do not matter for how it reads.
    const plain = tree
      .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://trivium.example')
      .replaceAll(/(?<=\/open\/#)[\w.~-]{20,}/g, '…')
      .replaceAll(/(?<=\bTrivium )\d+\.\d+\.\d+/g, '…');
    expect(`${plain}\n`).toMatchSnapshot(`${name}.yml`);
  });
}
