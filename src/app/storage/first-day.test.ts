import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataOf, level, openSession, storeDraft, stubBrowser } from '../../../tests/support/assess-page.ts';
import { emptyDraft } from './draft.ts';

const [first, second] = dataOf.quick.items;
if (!first || !second) throw new Error('The quick check has too few questions.');

beforeEach(() => {
  stubBrowser();
  vi.useFakeTimers({ now: new Date('2026-11-27T20:00:00'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a new assessment has the day of its first change, not that on which its page was opened', async () => {
  const session = await openSession();
  vi.setSystemTime(new Date('2026-12-30T09:00:00'));
  session.setAnswer(level(first, 2));
  expect(session.draft.answers.date).toBe('2026-12-30');
  vi.setSystemTime(new Date('2027-01-04T09:00:00'));
  session.setAnswer(level(second, 2));
  expect(session.draft.answers.date).toBe('2026-12-30');
});

test('an assessment that was begun before keeps its day', async () => {
  await storeDraft({ system: 'Parcels', date: '2026-11-27' });
  vi.setSystemTime(new Date('2026-12-30T09:00:00'));
  const later = await openSession();
  later.setAnswer(level(first, 2));
  expect(later.draft.answers.date).toBe('2026-11-27');
});

test('another new assessment has the day of its own first change', async () => {
  await storeDraft({ system: 'Parcels', date: '2026-11-01' });
  const session = await openSession();
  session.openUnsaved(emptyDraft(dataOf.full.outline));
  vi.setSystemTime(new Date('2026-12-30T09:00:00'));
  session.setAnswer(level(first, 2));
  expect(session.draft.answers.date).toBe('2026-12-30');
});
