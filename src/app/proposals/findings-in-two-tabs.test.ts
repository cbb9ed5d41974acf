import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, level, openPage, stubBrowser } from '../../../tests/support/assess-page.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import {
  byTool,
  evidence,
  openWith,
  panelOf,
  question,
  reasonAt,
  states,
  take,
  undo,
} from '../../../tests/support/findings.ts';
import { FindingsController } from './findings-controller.ts';

beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

const before = { kind: 'claimed', url: 'a wiki page' } as const;

/** Two tabs that show the same findings; what each tab reads when the other one writes. */
async function twoTabs() {
  const { context: one } = await openWith(byTool);
  one.session.setAnswer(level(question, 2, { evidence: before }));
  await eventually(() => expect(one.session.status.kind).toBe('saved'));
  const { context: other } = await openPage('full');
  const controller = new FindingsController(dataOf.full.outline, () => undefined);
  other.findingsOf = (...parts) => controller.partsFor(other, ...parts);
  const tabs = [one, other] as const;
  const readAgain = async () => {
    for (const { session } of tabs) await session.readOtherTabs();
  };
  return { tabs, readAgain };
}

test.for([
  ['accept', 'aside'],
  ['aside', 'accept'],
] as const)('one tab accepts a reason, another sets it aside (%s, %s): both show it as accepted, and undo it whole', async (order) => {
  const { tabs, readAgain } = await twoTabs();
  const { actions } = panelOf(tabs[1]);
  const asShown = reasonAt(tabs[1], 0); // before the other tab has accepted it
  const acts = { accept: () => take(tabs[0], 0), aside: () => actions.setAside(asShown) };
  for (const act of order) acts[act]();
  await readAgain();
  expect(tabs.map(states)).toEqual([
    ['taken', 'open'],
    ['taken', 'open'],
  ]);
  take(tabs[1], 1);
  await readAgain();
  undo(tabs[1], 0);
  undo(tabs[1], 1);
  await readAgain();
  expect(tabs.map(states)).toEqual([
    ['open', 'open'],
    ['open', 'open'],
  ]);
  expect(tabs.map(evidence)).toEqual([before, before]);
  panelOf(tabs[0]).actions.setAside(reasonAt(tabs[0], 0));
  expect(tabs.map((tab) => states(tab)[0])).toEqual(['aside', 'aside']);
});
