import process from 'node:process';
import { expect, test } from '@playwright/test';
import { ActChooser } from '../support/act-chooser.ts';
import { type Acts, answeringActs, failingActs } from '../support/two-tab-acts.ts';
import { draftActs, replacingActs } from '../support/two-tab-draft-acts.ts';
import type { Tab } from '../support/two-tab-model.ts';
import { idle, patience, view } from '../support/two-tab-pages.ts';
import { TwoTabs } from '../support/two-tabs.ts';

// Random steps of a person with two tabs, up to four assessments, a clock that jumps and a storage that fails. A model holds
// what every question of every assessment must say. While a tab cannot write, a question may have two right answers; once
// it can, one of them must be there, and from then on it is the only right one. `npm run fuzz -- --tabs 5000 7` takes more
// steps, from another seed.

const steps = Number(process.env['TAB_STEPS'] ?? 250);
const seed = Number(process.env['TAB_SEED'] ?? 20_261_124);

/** How often each act happens, in percent. One that has not had its turn for long comes first. */
const shares = {
  answer: 46,
  move: 24,
  note: 8,
  clear: 6,
  takeTheirs: 2,
  clock: 3,
  full: 2,
  blocked: 2,
  lift: 3,
  reload: 1.5,
  corrupt: 1,
  importFile: 0.8,
  restore: 0.7,
  rename: 0.6,
  duplicate: 0.5,
  startAgain: 0.5,
  remove: 1,
};

/** Waits until a tab shows a right answer: what the other tab did appears here by itself. */
async function showsRight({ model, done }: TwoTabs, tab: Tab): Promise<void> {
  const shown = async () => {
    const { item, value } = await view(tab.page);
    return model.allows(tab.id, item, value) ? 'right' : `${item}: ${value}; last steps ${done.slice(-12).join(', ')}`;
  };
  await expect.poll(shown, patience).toBe('right');
}

async function takeStep(run: TwoTabs, acts: Acts, name: string, step: number): Promise<void> {
  const { tabs, done, random, lost, catchUp } = run;
  const isFirst = random() < 0.5;
  const [tab, other] = isFirst ? tabs : [tabs[1], tabs[0]];
  done.push(`${step} ${isFirst ? 0 : 1} ${name}`);
  if (!tab.faulty) await showsRight(run, tab);
  run.isSkipped = false;
  await acts[name]?.(tab, other, step);
  await idle(tab.page);
  if (tab.faulty || other.faulty) return;
  await catchUp(tab, other);
  expect({ step, name, lost: await lost(tab.page), last: done.slice(-12) }).toMatchObject({ lost: [] });
}

test('random acts and faults over two tabs lose no answer', async ({ context }) => {
  test.setTimeout(0); // not timed; a slow machine takes longer
  const run = await TwoTabs.open(context, seed);
  const acts = { ...answeringActs(run), ...failingActs(run), ...replacingActs(run), ...draftActs(run) };
  const chooser = new ActChooser(shares, run.random);
  await run.begin();
  for (let step = 0; step < steps; step += 1) {
    const name = chooser.next();
    await takeStep(run, acts, name, step);
    if (!run.isSkipped) chooser.count(name);
  }

  await run.lift();
  expect([...chooser.times].filter(([, count]) => count < 2)).toEqual([]);
  expect(Object.entries(run.times).filter(([, count]) => count === 0)).toEqual([]);
  for (const { page } of run.tabs) {
    await page.reload();
    await run.ready(page);
    expect(await run.lost(page)).toEqual([]);
  }
  expect(run.errors).toEqual([]);
});
