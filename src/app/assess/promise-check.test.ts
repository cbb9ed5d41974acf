import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, level, openPage, storeDraft, stubBrowser } from '../../../tests/support/assess-page.ts';
import { fullReportData } from '../../build/page-data/report.ts';
import type { Decision } from '../../core/answers/answers.ts';
import { outcomesSince } from '../../core/assessment/promises.ts';
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

test.for([
  ['Pacific/Kiritimati', '2026-11-30T09:00:00Z', '2026-11-30'], // 14 hours ahead: 23:00
  ['Pacific/Kiritimati', '2026-11-30T11:00:00Z', '2026-12-01'], // 01:00 of the next day
  ['Pacific/Pago_Pago', '2026-12-01T10:00:00Z', '2026-11-30'], // 11 hours behind: 23:00
  ['Pacific/Pago_Pago', '2026-12-01T12:00:00Z', '2026-12-01'],
] as const)('in %s at %s, what was due on 30 November is judged on %s', async ([zone, moment, day]) => {
  vi.stubEnv('TZ', zone);
  vi.useFakeTimers({ now: new Date(+new Date(moment) - 86_400_000), toFake: ['Date'] });
  const due = '2026-11-30';
  const id = await storeDraft({ answers: [level(shallow, 0)], decisions: [{ ...promise(shallow.id), due }] });
  const { context } = await openPage('quick'); // and the tab stays open overnight
  vi.setSystemTime(moment);
  await startPromiseCheck(Object.assign(context, { startAt: () => undefined }), id, 'quick', () => undefined);
  context.session.setAnswer(level(shallow, 0));
  const { answers } = context.session.draft;
  const { pack } = fullReportData();
  const [before] = outcomesSince(answers, pack);
  vi.setSystemTime(+new Date(moment) + 86_400_000); // a follow-up that was begun keeps its day
  context.session.setAnswer(level(practices[1] ?? shallow, 2));
  const [after] = outcomesSince(context.session.draft.answers, pack);
  vi.useRealTimers();
  vi.unstubAllEnvs();
  expect([answers.date, before?.isOverdue, after?.isOverdue]).toEqual([day, day > due, day > due]);
});
