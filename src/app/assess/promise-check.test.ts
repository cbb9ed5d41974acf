import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, level, openPage, storeDraft, stubBrowser } from '../../../tests/support/assess-page.ts';
import { fullReportData } from '../../build/page-data/report.ts';
import type { Decision } from '../../core/answers/answers.ts';
import { startPromiseCheck } from './promise-check.ts';

vi.mock('../platform/data-files.ts', () => ({
  appRoot: null,
  fetchReportData: () => Promise.resolve(fullReportData()),
}));
beforeEach(stubBrowser);
afterEach(() => vi.unstubAllGlobals());

const practices = fullReportData().pack.items.filter(({ moves }) => moves);
const shallow = practices.find(({ depth }) => depth === 'quick');
const deeper = practices.find(({ depth }) => depth === 'full');
if (!shallow || !deeper) throw new Error('Both depths have practices.');
const promise = (practice: string): Decision => ({ practice, decision: 'do' });

/** Asks again about the draft that is stored. Returns where that led, and how many drafts there are then. */
async function check(id: string) {
  const { context } = await openPage('quick');
  const starts: string[] = [];
  context.startAt = (depth) => starts.push(depth);
  const nothing = vi.fn();
  await startPromiseCheck(context, id, 'quick', nothing);
  return { starts, asksNothing: nothing.mock.calls.length > 0, drafts: context.session.drafts.length, context };
}

test('a follow-up that asks every answered question again opens, at the depth of what it asks', async () => {
  for (const [practice, depth] of [
    [shallow, 'quick'],
    [deeper, 'full'],
  ] as const) {
    stubBrowser();
    const id = await storeDraft({ answers: [level(practice, 0)], decisions: [promise(practice.id)] });
    const { context, ...led } = await check(id);
    expect(led).toEqual({ starts: [depth], asksNothing: false, drafts: 2 });
    expect(context.session.draft.answers.answers).toMatchObject([{ item: practice.id, state: 'unanswered' }]);
  }
});

test('two presses start one follow-up, however long its script takes', async () => {
  const id = await storeDraft({ answers: [level(shallow, 0)], decisions: [promise(shallow.id)] });
  const { context } = await openPage('quick');
  vi.useFakeTimers({ toFake: ['Date'] });
  const presses = [0, 1500, 9000].map((time) => {
    vi.setSystemTime(1_790_000_000_000 + time);
    return startPromiseCheck(context, id, 'quick', () => undefined);
  });
  await Promise.all(presses);
  vi.useRealTimers();
  expect(context.session.drafts).toHaveLength(2);
});

test('where nothing was promised, no follow-up is started', async () => {
  const id = await storeDraft({ answers: [level(shallow, 0), level(dataOf.quick.items[1] ?? shallow, 2)] });
  const { context, ...led } = await check(id);
  expect(led).toEqual({ starts: [], asksNothing: true, drafts: 1 });
  expect(context.session.draft.id).toBe(id);
});
